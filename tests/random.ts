/**
 * fast-check with the same random input in every run: CI does not fail by chance on a change that
 * has nothing to do with it. `RANDOM_SEED` chooses other input, to look for new faults.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.RANDOM_SEED ?? 20_261_129) });

export default fc;
