import { auditRoutes } from '#domain/audit/routes.ts';
import { serve } from '#functions/serve.ts';
import { exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';

serve('audit-list', auditRoutes.list, (work, { query }) => listAudit(work, query));
serve('audit-export', auditRoutes.export, (work, { query }) => exportAudit(work, query));
