/**
 * Words of sources that the record keeps, by language. Pages compare quotations with them to mark
 * their language.
 */
import { listKeptWords } from '../library/texts/foreign-words.ts';
import { once } from './once.ts';

export const getKeptWords = once(listKeptWords);
