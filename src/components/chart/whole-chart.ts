/**
 * The look of a chart that a whole page is about, or whose page lists what it draws. Separate from
 * ChartFrame, because only `styles/site.css` names this file: charts in articles never have this
 * look.
 */
export const wholeChart = {
  ofPage:
    'max-w-[26em] text-[clamp(min(1.5rem,10.7vw),8.4vw-3.3px,2.625rem)]/[1.08] tracking-[-0.012em]',
  ofSection: 'max-w-[34em] text-figure/[1.16] tracking-[-0.012em]',
  caption: '3xl:grid 3xl:grid-cols-[--spacing(208)_--spacing(184)] 3xl:gap-x-16',
  files: '3xl:col-span-full',
  ofEvents: 'screen:max-lg:hidden',
};
