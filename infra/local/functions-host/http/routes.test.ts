import { describe, expect, test } from 'vitest';
import { routeTable } from './routes.ts';

const table = (...templates: string[]) =>
  routeTable(templates.map((template) => ({ template, methods: ['GET'], target: template })));

describe('of two templates that fit, the more exact one answers', () => {
  test.each([
    ['a text before a parameter', 'tasks/{id}', 'tasks/new', '/tasks/new'],
    ['a constrained parameter before a free one', 'tasks/{id}', 'tasks/{id:int}', '/tasks/17'],
    ['a parameter before a catch-all', '{*path}', '{page}', '/about'],
    ['the first segment that differs decides', '{area}/list', 'tasks/{id}', '/tasks/list'],
  ])('%s', (_, loose, exact, path) => {
    expect(table(loose, exact)('GET', path)?.target).toBe(exact);
    expect(table(exact, loose)('GET', path)?.target).toBe(exact);
  });
});

describe('what a template takes', () => {
  test.each([
    ['{id}', '/', null],
    ['{id?}', '/', {}],
    ['{id=7}', '/', { id: '7' }],
    ['{id}', '/a%20b', { id: 'a b' }],
    ['{id}', '/a%2Fb', { id: 'a%2Fb' }],
    ['{id}', '/100%', { id: '100%' }],
    ['TASKS/{id}', '/tasks/1/', { id: '1' }],
    ['tasks/{id}', '/tasks//', null],
    ['files/{*path}', '/files/a/b.txt', { path: 'a/b.txt' }],
    ['files/{**path}', '/files', {}],
    ['{size:range(1,10)}', '/10', { size: '10' }],
    ['{size:range(1,10)}', '/11', null],
    ['{code:length(2)}', '/abc', null],
    ['{on:regex(^\\d{{4}}-\\d{{2}}$)}', '/2026-03', { on: '2026-03' }],
    ['{on:regex(^\\d{{4}}-\\d{{2}}$)}', '/2026-3', null],
    ['{path:regex(^(a|b)$)}/x', '/b/x', { path: 'b' }],
    ['{big:int}', '/2147483648', null],
    ['{big:long}', '/2147483648', { big: '2147483648' }],
    ['{flag:bool}', '/True', { flag: 'True' }],
  ])('%s on %s', (template, path, params) => {
    expect(table(template)('GET', path)?.params ?? null).toEqual(params);
  });
});

test.each(['{id:colour}', 'a-{id}', '{a}{b}'])('the template %s is refused', (template) => {
  expect(() => table(template)).toThrow(/route/);
});
