/**
 * A source as JSON. Each field is listed here, so that a new field of its file is not published by
 * accident.
 */
import { isHeld, isTalk, readPerson, sayHolding } from '../evidence/held-source.ts';
import { terms } from '../schema/held.ts';
import { titleLanguage, type Source } from '../schema/source.ts';

export function publishSource(id: string, source: Source | undefined): object {
  if (!source || !isHeld(source)) {
    const language = source && titleLanguage(source);
    return {
      id,
      title: source?.title,
      ...(language && { title_language: language }),
      publisher: source?.publisher,
      ...(source?.linked === false ? {} : { url: source?.url }),
    };
  }
  const { kind, title, publisher, published, person, terms: agreed } = source;
  return {
    id,
    title,
    kind,
    publisher: isTalk(source) ? undefined : publisher,
    date: published,
    person: person === undefined ? undefined : readPerson(person),
    terms: agreed && terms[agreed],
    held: sayHolding(source),
  };
}
