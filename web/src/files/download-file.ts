import { fileRoutes } from '#domain/files/routes.ts';
import { call } from '#web/platform/call.ts';

/** By a link of its own, made now: one from minutes ago may have expired. */
export async function downloadFile({ id: fileId, name }: { id: string; name: string }): Promise<void> {
  const { url } = await call(fileRoutes.link, { params: { fileId } });
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
