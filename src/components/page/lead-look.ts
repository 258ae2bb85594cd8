/** Classes of the number that leads an article, of its unit and hedge, and of its standing. */
export type LeadLook = { number: string; unit: string; standing: string };
