import { onChanges } from '#functions/platform/feed.ts';
import { noteMembers } from './note-members.ts';

// What it notes is needed in 30 days.
onChanges('profile-note-members', { container: 'workspaces', pollMs: 5000, handler: noteMembers });
