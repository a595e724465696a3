/** What was saved and ordered for handing on. */
import type { JSX } from 'preact';
import { useWords } from '../pieces/console-context.js';
import { JobList } from './job-list.js';
import { ProfileList } from './profile-list.js';

export const ExportsSection = (): JSX.Element => {
  const { t } = useWords();
  return (
    <>
      <p class="muted">{t.exports.lead}</p>
      <JobList />
      <ProfileList />
    </>
  );
};
