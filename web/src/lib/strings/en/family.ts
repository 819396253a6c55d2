/** What a family member reads. Grade 7 or lower. */
export const family = {
  title: 'Shared with me',
  empty: 'Nothing is shared with you right now.',
  emptyBody: 'If your relative chooses to share something, it will show up here. You do not need to do anything.',
  offlineBody: 'What is shared is never kept on this phone. It shows again when there is a signal.',
  weekTitle: (name: string): string => `${name}’s last 7 days`,
  bands: {
    easier: 'This week looks a little easier than the one before.',
    same: 'This week looks much like the one before.',
    harder: 'This week looks harder than the one before. Hard weeks are part of getting well.',
    not_enough: 'There is not enough yet to say how this week compares.',
  },
  bandLabels: { easier: 'Easier', same: 'About the same', harder: 'Harder', not_enough: 'Not known yet' },
  bandNote: 'This is one broad word for the week, made from many answers. It shows no day and no number.',
  helps: 'What helps',
  helpsBody: 'Ask how the day was. Listen more than you fix. You do not need to bring this page up.',
  scopeTitle: 'What is shared, and why',
  purpose: 'Why',
  until: 'Until',
  noticeTitle: 'Please keep this private',
  noticePlain: 'Use this only to support your relative. Do not pass it on.',
  period: (from: string, to: string): string => `${from} to ${to}`,
};
