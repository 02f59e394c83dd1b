import { html } from '../html.ts';
import { stylesheetWith } from '../stylesheet.ts';
import type { Item } from './envelope.ts';

export const stylesheet = stylesheetWith(new URL('./insights.css', import.meta.url));

export const itemsPage = (items: readonly Item[]): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Telemetry</title>
        <link rel="stylesheet" href="/insights.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main>
          <h1>What the product told</h1>
          <p class="muted">
            ${items.length} rows, newest first; nothing leaves this machine. <a href="/">All</a>
            <a href="/?kind=request">Requests</a> <a href="/?kind=event">Events</a>
            <a href="/?kind=exception">Exceptions</a>
          </p>
          ${
            items.length === 0
              ? html`<p class="empty">Nothing yet.</p>`
              : html`<table>
                  <thead>
                    <tr>
                      <th>At</th>
                      <th>Kind</th>
                      <th>Name</th>
                      <th>Outcome</th>
                      <th>Facts</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${items.map(row)}
                  </tbody>
                </table>`
          }
        </main>
      </body>
    </html>`.markup;

const row = ({ kind, at, operation, name, isFailed, status, facts }: Item) =>
  html`<tr>
    <td><time datetime="${at}">${at.slice(11, 19)}</time></td>
    <td>${kind}</td>
    <td><a href="/?operation=${operation}">${name}</a></td>
    <td>${isFailed ? 'failed ' : ''}${status === '0' ? '' : status}</td>
    <td>${Object.entries(facts).map(([word, value]) => html`<span class="muted">${word}</span> ${value} `)}</td>
  </tr>`;
