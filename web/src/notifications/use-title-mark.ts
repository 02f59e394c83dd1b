import { useEffect } from 'react';

const mark = /^\(\d+\+?\) /;

/** "(3) Tasks · StarOne CRM": seen on the tab while somebody is elsewhere. Each page writes its own title. */
export function useTitleMark(count: string | null): void {
  useEffect(() => {
    const write = () => {
      const bare = document.title.replace(mark, '');
      const wanted = count === null ? bare : `(${count}) ${bare}`;
      if (document.title !== wanted) document.title = wanted;
    };
    write();
    const observer = new MutationObserver(write);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = document.title.replace(mark, '');
    };
  }, [count]);
}
