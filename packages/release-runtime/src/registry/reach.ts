/** What may be named: releases that were live once, or every one that is published, dev servers' included. */
export type Reach = 'promoted' | 'published'
