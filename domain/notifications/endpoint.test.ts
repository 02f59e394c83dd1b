import { expect, test } from 'vitest';
import { browserPushHosts, isPushEndpoint } from './endpoint.ts';

const hosts = [...browserPushHosts, 'http://127.0.0.1:4281'];

test.each([
  ['https://fcm.googleapis.com/fcm/send/abc', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
  ['https://wns2-par02p.notify.windows.com/w/?token=abc', true],
  ['https://web.push.apple.com/abc', true],
  ['http://127.0.0.1:4281/push/abc', true],
  ['http://127.0.0.1:4282/push/abc', false],
  ['http://127.0.0.1/push/abc', false],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com:8443/abc', false],
  ['https://fcm.googleapis.com.evil.example/abc', false],
  ['https://evilfcm.googleapis.com/abc', false],
  ['https://notify.windows.com/abc', false],
  ['https://evilnotify.windows.com/abc', false],
  ['https://fcm.googleapis.com@evil.example/abc', false],
  ['https://user@fcm.googleapis.com/abc', false],
  ['https://169.254.169.254/metadata', false],
  ['https://localhost/abc', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['', false],
])('F261 a push to %s is sent: %s', (endpoint, expected) => {
  expect(isPushEndpoint(endpoint, hosts)).toBe(expected);
});
