import { describe, expect, it } from 'vitest';
import { linkedPolicies, siteOrigin, webAddress } from './publication.ts';

describe('the site that may frame the policy', () => {
  it.each([
    ['www.school.example.org', 'https://www.school.example.org'],
    ['https://school.example.org/news?x=1', 'https://school.example.org'],
    ['HTTP://School.Example.org:8080/', 'http://school.example.org:8080'],
    ['localhost', 'https://localhost'],
  ])('%s is %s', (typed, origin) => {
    expect(siteOrigin(typed)).toBe(origin);
  });

  it.each([
    'school',
    '*',
    'https://*.example.org',
    "school.example.org 'unsafe-inline'",
    'javascript:alert(1)',
    'data:text/html,x',
    'https://a:b@school.example.org',
    'https://school.example.org;script-src *',
    '',
  ])('%j is none', (typed) => {
    expect(siteOrigin(typed)).toBeUndefined();
  });
});

describe('the other policies of the school', () => {
  it('are those the document names, then those the school added, with addresses found whatever the case', () => {
    const document = {
      linkedPolicies: [
        { name: 'Staff code of conduct', about: 'staff' as const },
        { name: 'behaviour and discipline policy', about: 'pupils' as const },
      ],
    };
    const linked = [
      { name: 'Behaviour and Discipline  Policy', address: 'https://school.example.org/behaviour' },
      { name: 'Complaints', address: 'https://school.example.org/complaints' },
    ];
    expect(linkedPolicies(document, { linked })).toEqual([
      { name: 'Staff code of conduct', address: undefined },
      { name: 'behaviour and discipline policy', address: 'https://school.example.org/behaviour' },
      { name: 'Complaints', address: 'https://school.example.org/complaints' },
    ]);
  });

  it('have whole addresses on the web', () => {
    expect(webAddress('school.example.org/a b.pdf')).toBe('https://school.example.org/a%20b.pdf');
    expect(webAddress('javascript:alert(1)')).toBeUndefined();
  });
});
