import { expect, it } from 'vitest';
import { squeezeCss, squeezeHtml } from '../../../src/publish/squeeze.ts';

it('takes the spaces around whatever begins a line of its own', () => {
  expect(squeezeHtml('<ul> <li> one </li>\n  <li>two</li> </ul> <p> three </p>')).toBe(
    '<ul><li>one</li><li>two</li></ul><p>three</p>',
  );
});

it('keeps the spaces between words and between what stands in a line', () => {
  const line =
    '<p>by <a href="/x/">one</a> <b>two</b> and <svg class="ring"><circle r="4"/></svg> three</p>';
  expect(squeezeHtml(line)).toBe(line);
});

it('is not misled by an attribute that holds a bracket', () => {
  expect(squeezeHtml('<p title="a > b  c" > x </p>')).toBe('<p title="a > b  c" >x</p>');
});

it('takes no tag for another that begins alike', () => {
  expect(squeezeHtml('a <time>b</time> <picture>c</picture> <link-list>d</link-list> e')).toBe(
    'a <time>b</time> <picture>c</picture> <link-list>d</link-list> e',
  );
});

it('makes a space of a line break in a text, and leaves one in an attribute', () => {
  expect(squeezeHtml('<p>one\n  two <i title="a\nb">three</i>\n<b>four</b></p>')).toBe(
    '<p>one two <i title="a\nb">three</i> <b>four</b></p>',
  );
});

it('writes an empty shape in one tag, and no other element', () => {
  expect(squeezeHtml('<svg><path d="M0 0"></path></svg><p></p><a></a>')).toBe(
    '<svg><path d="M0 0"/></svg><p></p><a></a>',
  );
});

it('leaves preformatted text and scripts alone', () => {
  expect(squeezeHtml('<p> a </p> <pre> <p> b </p>\n</pre> <p> c </p>')).toBe(
    '<p>a</p><pre> <p> b </p>\n</pre><p>c</p>',
  );
  expect(squeezeHtml('<script>1;\n  2</script> <p> c </p>')).toBe(
    '<script>1;\n  2</script><p>c</p>',
  );
});

it('takes comments and doubled prefixes out of a stylesheet, and nothing else', () => {
  expect(
    squeezeCss(
      '/*! a */\na{-webkit-x:1;-webkit-x:1;x:1}/* b */b::before{content:"x"}c{-webkit-x:1;-webkit-x:2}',
    ),
  ).toBe('a{-webkit-x:1;x:1}b::before{content:"x"}c{-webkit-x:1;-webkit-x:2}');
});

it('takes what Tailwind writes for its variables where nothing reads them, and sets on every element those that something reads', () => {
  const layer =
    '@layer properties{@supports (((a:b)) and (not (c:d))){*,:before{--tw-font-weight:initial;--tw-leading:initial}}}';
  const rules =
    '.x{--tw-font-weight:600;font-weight:600}.y{--tw-leading:1}.z{line-height:var(--tw-leading,2)}.b{border-style:var(--tw-border-style)}';
  const registered = (name: string, value = '') =>
    `@property --tw-${name}{syntax:"*";inherits:false${value}}`;
  const properties = [
    registered('leading'),
    registered('font-weight'),
    registered('border-style', ';initial-value:solid'),
  ].join('');
  expect(squeezeCss(`${layer}${rules}${properties}`)).toBe(
    '*,::before,::after{--tw-leading:initial;--tw-border-style:solid}.x{font-weight:600}.y{--tw-leading:1}.z{line-height:var(--tw-leading,2)}.b{border-style:var(--tw-border-style)}',
  );
});

it('takes steps and variables that nothing sets out of a stylesheet', () => {
  expect(
    squeezeCss('a{--x:calc(.25rem * 10);gap:calc(-1 * 2rem);line-height:var(--tw-y,var(--z, 2))}'),
  ).toBe('a{--x:2.5rem;gap:calc(-1 * 2rem);line-height:var(--z, 2)}');
  const inLayer = '@layer properties{@supports (a:b){*{--tw-y:initial}}}a{top:var(--tw-y,2)}';
  expect(squeezeCss(inLayer)).toBe('a{top:2}');
  const set = 'a{--tw-y:1;line-height:var(--tw-y,2)}';
  expect(squeezeCss(set)).toBe(set);
});
