import { onChanges } from '#functions/platform/feed.ts';
import { noteMembers } from './note-members.ts';

onChanges('profile-note-members', noteMembers);
