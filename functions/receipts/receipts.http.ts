import { receiptRoutes } from '#domain/receipts/routes.ts';
import { serve } from '#functions/serve.ts';
import { changeDetails, changeLogo, removeLogo } from './change-details.ts';
import { sendReceipt } from './mail-receipt.ts';
import { readDetails } from './read-details.ts';
import { produceReceipt, readReceipt, showLogo } from './read-receipt.ts';

serve('receipts-read', receiptRoutes.read, (work, { params }) => readReceipt(work, params.paymentId));
serve('receipts-pdf', receiptRoutes.pdf, (work, { params }) => produceReceipt(work, params.paymentId));
serve('receipts-send', receiptRoutes.send, (work, { params }) => sendReceipt(work, params.paymentId));
serve('receipts-details', receiptRoutes.details, (work) => readDetails(work));
serve('receipts-change-details', receiptRoutes.changeDetails, (work, { body }) => changeDetails(work, body));
serve('receipts-logo', receiptRoutes.logo, (work, { params }) => showLogo(work, params.logo));
serve('receipts-change-logo', receiptRoutes.changeLogo, (work, sent) => changeLogo(work, sent));
serve('receipts-remove-logo', receiptRoutes.removeLogo, (work) => removeLogo(work));
