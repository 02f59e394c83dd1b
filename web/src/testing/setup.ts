import { afterEach, beforeEach } from 'vitest';
import { beginAnswers, endAnswers } from './answer.ts';
import { beginSockets, endSockets } from './live.ts';
import { leaveRooms } from './make-room.ts';
import { endPictures } from './pictures.ts';
import { answerUsual, leavePage } from './render-page.tsx';
import { leaveServedRoom } from './room.tsx';
import { beginUploads, endUploads } from './uploads.ts';

// Many files share one document and the modules they load: what a test changes is given back here.
beforeEach(beginAnswers);
beforeEach(beginSockets);
beforeEach(beginUploads);
beforeEach(answerUsual);

// The last comes first: a page asks until it is gone, and is answered as long.
afterEach(endAnswers);
afterEach(endUploads);
afterEach(endSockets);
afterEach(endPictures);
afterEach(leavePage);
afterEach(leaveRooms);
afterEach(leaveServedRoom);
