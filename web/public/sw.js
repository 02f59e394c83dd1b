// Shows what was pushed and opens the page it is about. It answers no requests and keeps nothing.

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const { title, body, url, tag } = event.data.json();
  const options = { body, tag, renotify: true, icon: '/star.svg', data: { url } };
  event.waitUntil(self.registration.showNotification(title, options));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.url));
});

/** A page that is open already goes there by itself; its address tells whether it is one of ours. */
async function open(url) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const [page] = pages.toSorted((a, b) => Number(b.focused) - Number(a.focused));
  if (!page) return self.clients.openWindow(url);
  page.postMessage({ kind: 'open', url });
  return page.focus();
}
