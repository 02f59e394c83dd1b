import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { route } from '#domain/kernel/route.ts';
import { photoTypes } from '#domain/photos/photo.ts';
import { LogoName, maxLogoBytes, Receipt, ReceiptDetails, ReceiptDetailsChange } from './receipt.ts';

const params = z.strictObject({ paymentId: Id });

export const receiptRoutes = {
  read: route({
    method: 'GET',
    path: 'payments/{paymentId}/receipt',
    summary: 'The receipt of a payment',
    access: 'payments.view-of-task',
    params,
    result: Receipt,
  }),
  pdf: route({
    method: 'GET',
    path: 'payments/{paymentId}/receipt.pdf',
    summary: 'The receipt of a payment as PDF',
    access: 'payments.view-of-task',
    params,
    produces: 'file',
  }),
  send: route({
    method: 'POST',
    path: 'payments/{paymentId}/receipt/send',
    summary: 'Send the receipt to the customer by e-mail once more',
    access: 'payments.request',
    params,
  }),
  details: route({
    method: 'GET',
    path: 'workspace/receipts',
    summary: "What stands on the business's receipts",
    access: 'workspace.settings',
    result: ReceiptDetails,
  }),
  changeDetails: route({
    method: 'PUT',
    path: 'workspace/receipts',
    summary: "Change what stands on the business's receipts; those already issued stay",
    access: 'workspace.settings',
    body: ReceiptDetailsChange,
    result: ReceiptDetails,
  }),
  logo: route({
    method: 'GET',
    path: 'workspace/logos/{logo}',
    summary: 'A logo of the business, also an earlier one',
    access: 'payments.view-of-task',
    params: z.strictObject({ logo: LogoName }),
    produces: 'image/webp',
    cache: 'immutable',
  }),
  changeLogo: route({
    method: 'PUT',
    path: 'workspace/logo',
    summary: "Change the business's logo: JPEG, PNG or WebP, at most 2 MB and 50 megapixels, not animated",
    access: 'workspace.settings',
    raw: { types: photoTypes },
    maxBytes: maxLogoBytes,
    result: ReceiptDetails,
  }),
  removeLogo: route({
    method: 'DELETE',
    path: 'workspace/logo',
    summary: "Take the business's logo off the receipts to come",
    access: 'workspace.settings',
    result: ReceiptDetails,
  }),
};
