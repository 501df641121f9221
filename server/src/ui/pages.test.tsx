import { describe, expect, it } from 'vitest';
import { deskPage, formPage, gallery, policyPage, signInPage } from '../../test/gallery.tsx';
import { createAssets, direction, ErrorPage, PublicPage } from './index.ts';

const asset = createAssets();
const pages = await Promise.all(
  Object.entries(gallery).map(async ([name, page]) => [name, String(await page())] as const),
);

describe('every page', () => {
  it.each(pages)('%s is one whole document that says its language and name', (_name, markup) => {
    expect(markup).toMatch(/^<!doctype html><html lang="(?:en-GB" dir="ltr|ur" dir="rtl)"/);
    expect(markup).toMatch(/<title>[^<]+ - Example Infant School - Handbell<\/title>/);
    expect(markup.match(/<h1[ >]/g)).toHaveLength(1);
    expect(markup.match(/<main /g)).toHaveLength(1);
  });

  it.each(pages)(
    '%s holds to the content security policy: no inline style, no inline script',
    (_name, markup) => {
      expect(markup).not.toMatch(/\sstyle="|<style|\son[a-z]+="|javascript:/i);
      expect(markup).not.toMatch(/<script(?![^>]* src=)/);
    },
  );

  it.each(pages)('%s begins with a way past the header', (_name, markup) => {
    expect(markup).toContain('<body><a href="#main" class="govuk-skip-link">');
    expect(markup).toContain('<main id="main"');
  });

  it.each(pages)('%s uses each id once and points only at ids that are there', (_name, markup) => {
    const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    const pointed = [...markup.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]*)"/g)]
      .flatMap(([, list = '']) => list.split(' '))
      .concat([...markup.matchAll(/ href="#([^"]*)"/g)].map(([, id = '']) => id));
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe("a parent's page", () => {
  it('puts the school first and always ends with help', async () => {
    const markup = String(await policyPage());
    expect(markup.indexOf('Example Infant School</bdi>')).toBeLessThan(markup.indexOf('> Handbell<'));
    const footer = markup.slice(markup.indexOf('<footer'));
    for (const words of [
      'tel:999',
      'Priya Nair',
      'tel:07700900123',
      'Policy version 2',
      'Accessibility',
      'Privacy',
    ]) {
      expect(footer).toContain(words);
    }
    expect(footer).toContain('<a href="?lang=ur" lang="ur" hreflang="ur"><bdi>اردو</bdi></a>');
    expect(markup).toContain(`<link rel="stylesheet" href="${asset('public.css')}"/>`);
  });

  it('says in its title and at its top that something is wrong', async () => {
    const markup = String(await formPage(true));
    expect(markup).toContain('<title>Error: Raise a concern - ');
    expect(markup.indexOf('There is a problem')).toBeLessThan(markup.indexOf('<h1'));
    expect(String(await formPage(false))).not.toMatch(/Error:|There is a problem/);
  });

  it('offers a way out only where it is asked for, and tells the next page nothing', async () => {
    expect(String(await formPage(false))).toMatch(/rel="nofollow noreferrer">\s*Leave this page now/);
    expect(String(await policyPage())).not.toContain('Leave this page now');
  });

  it('hides from search engines unless it may be listed', async () => {
    expect(String(await formPage(false))).toContain('content="noindex, nofollow"');
    expect(String(await policyPage())).not.toContain('noindex');
  });

  it('escapes a hostile school and loads scripts as modules with the nonce', async () => {
    const hostile = '</title><script>alert(1)</script>';
    const markup = String(
      await (
        <PublicPage
          title={hostile}
          lang="ur"
          nonce="n1"
          scripts={['handbell.svg']}
          school={{ name: hostile, href: '/s/x' }}
          safeguarding={{ name: hostile }}
          accessibilityHref="/a"
          privacyHref="/p"
        >
          <h1>x</h1>
        </PublicPage>
      ),
    );
    expect(markup).not.toContain('<script>');
    expect(markup).toContain('<html lang="ur" dir="rtl"');
    expect(markup).toContain(`<script type="module" src="${asset('handbell.svg')}" nonce="n1"></script>`);
  });
});

describe('the desk', () => {
  it('says where it stands, what waits, who is signed in and how to leave', async () => {
    const markup = String(await deskPage());
    expect(markup).toContain('href="/desk" aria-current="page"');
    expect(markup.match(/aria-current="page"/g)).toHaveLength(2);
    expect(markup).toContain('4<span class="govuk-visually-hidden"> waiting</span>');
    expect(markup).toMatch(/<form method="post" action="\/desk\/sign-out"><input type="hidden" name="once"/);
  });
});

describe("Handbell's own pages", () => {
  it('counts the steps', async () => {
    expect(String(await signInPage())).toContain('Step 1 of 2');
  });

  it('says what happened, what is safe and what to do, in that order', async () => {
    const markup = String(
      await (
        <ErrorPage title="Gone" happened="It went." safe="Nothing is lost." next="Go back." reference="r1" />
      ),
    );
    const places = ['It went.', 'Nothing is lost.', 'Go back.', 'r1'].map((words) => markup.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(markup).toContain('<title>Gone - Handbell</title>');
  });
});

describe('the direction of writing', () => {
  it('follows the language, not the country', () => {
    expect(['en-GB', 'ur', 'ar-SO', 'PS', 'pl', ''].map(direction)).toEqual([
      'ltr',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
    ]);
  });
});
