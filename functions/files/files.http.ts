import { fileRoutes } from '#domain/files/routes.ts';
import { serve } from '#functions/serve.ts';
import { addFile } from './add-file.ts';
import { listFiles } from './list-files.ts';
import { linkFile, openFile, showThumbnail } from './open-file.ts';
import { removeFile, restoreFile } from './remove-file.ts';

serve('files-of-room', fileRoutes.ofRoom, (work, { params }) => listFiles(work, { kind: 'room', id: params.roomId }));
serve('files-add-to-room', fileRoutes.addToRoom, (work, { params, query, bytes, fileName }) =>
  addFile(work, { kind: 'room', id: params.roomId }, { fileId: query.fileId, bytes, fileName }),
);
serve('files-of-customer', fileRoutes.ofCustomer, (work, { params }) =>
  listFiles(work, { kind: 'customer', id: params.customerId }),
);
serve('files-add-to-customer', fileRoutes.addToCustomer, (work, { params, query, bytes, fileName }) =>
  addFile(work, { kind: 'customer', id: params.customerId }, { fileId: query.fileId, bytes, fileName }),
);
serve('files-thumbnail', fileRoutes.thumbnail, (work, { params }) => showThumbnail(work, params.fileId));
serve('files-link', fileRoutes.link, (work, { params }) => linkFile(work, params.fileId));
serve('files-open', fileRoutes.open, (visit, { params }) => openFile(visit, params.token));
serve('files-remove', fileRoutes.remove, (work, { params }) => removeFile(work, params.fileId));
serve('files-restore', fileRoutes.restore, (work, { params }) => restoreFile(work, params.fileId));
