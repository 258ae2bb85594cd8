/** Words that the record keeps, by their language: what pages mark is compared with them. */
import { listKeptWords } from '../library/texts/foreign-words.ts';
import { once } from './once.ts';

export const getKeptWords = once(listKeptWords);
