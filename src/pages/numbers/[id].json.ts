import type { APIRoute } from 'astro';
import { absoluteHref } from '../../site/href.ts';
import { getContentAsTyped } from '../../site/site-content.ts';
import { formatNumberJson } from '../../publish/number-json.ts';

export function getStaticPaths() {
  const { quantities, breakdowns } = getContentAsTyped().record;
  return [...quantities.keys(), ...breakdowns.keys()].map((id) => ({ params: { id } }));
}

export const GET: APIRoute = ({ params: { id = '' }, site }) =>
  new Response(
    formatNumberJson(getContentAsTyped().record, id, absoluteHref(`/numbers/${id}/`, site)),
    {
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
    },
  );
