/** One-page guides to print, and the screen that leads to them. Client grade 6, family 7, clinician plain. */
interface Part {
  title: string;
  lines: readonly string[];
}

interface Guide {
  title: string;
  lead: string;
  parts: readonly Part[];
}

export const guides = {
  title: 'Guide',
  lead: 'What this app does, on one page, and how to have it on your phone.',
  backToMe: 'Me',
  open: 'One page to read or print',
  tour: 'The first look around, again',
  tourAbout: 'A few cards. It takes a minute.',
  showTour: 'Show it',
  print: 'Print this page',
  large: 'Large print',
  largeOn: 'The letters are large. It prints on more than one sheet.',
  largeOff: 'Prints on one sheet of paper.',
  linesTitle: 'Help, day and night',
  inDanger: 'In danger right now, or an overdose: call 911.',
  crisis: 'Crisis line: call or text 988.',
  state: 'Massachusetts help line: 833-773-2445.',
  program: (name: string, day: string, night: string): string => [name, day && `daytime ${day}`, night && `on call ${night}`].filter(Boolean).join(', '),
  missing: 'There is no such guide',
  missingBody: 'There is one for clients, one for families, and one for clinicians.',
  who: {
    client: {
      title: 'For you, in the program',
      lead: 'This app helps between your sessions. It does not take the place of a person.',
      parts: [
        { title: 'Each day', lines: ['Check in. It takes about a minute, and you need not type.', 'Look at Today: your sessions, your goal, one skill.', 'Missed a day? You can fill in the last two days.'] },
        { title: 'When it is hard', lines: ['Press Help. It is on every screen, also when you are signed out and with no signal.', 'Log an urge: two taps, then something that may help.', 'Skills are sorted by what you need: craving, can’t sleep, angry, numb.', 'Drank or used? Tell us in the app. Nobody will scold you, and it does not undo what you have done.'] },
        { title: 'Who sees what', lines: ['Your care team reads what you write in the daytime, not at once. Nobody watches this app all the time.', 'Your family sees only what you choose, under Me, Who sees what. You can stop it at any time.', 'Notes on your phone say only that there is an update.'] },
        { title: 'Your phone', lines: ['It works with no signal and sends by itself later. “Received” means that it got there.', 'Under Me, This phone: a lock, a quick way to hide the app, and a switch for phones that others use.', 'Under Me, Guide: a plain name and sign for the app.', 'Signing out removes everything of yours from the phone.'] },
        { title: 'Your wishes', lines: ['Under Me, Reminders: what, when, how, and quiet hours.', 'Under Me, Language: English or Spanish.', 'Wish to talk to staff? Under Me, Ask staff to contact me.'] },
      ],
    },
    family: {
      title: 'For families',
      lead: 'You matter to someone in the program. This page says what you can do here, and what the program may not tell you.',
      parts: [
        { title: 'Learn', lines: ['Short lessons on conditions, trauma, what helps, what does not, and warning signs.', 'They are open to everyone, with or without an account, whether or not anything is shared with you.'] },
        { title: 'Shared with me', lines: ['You see only what your relative chose to share, for as long as they choose.', 'An empty page says nothing about them: paused, stopped and never shared look the same.', 'The law protects these records. Please do not pass on what you read.'] },
        { title: 'What helps', lines: ['Ask how they are, and listen. Do not test or check up on them.', 'Notice small steps, and say so.', 'If they use again, stay calm. It can happen on the way to getting well.', 'Keep naloxone at home, and know how to use it.'] },
        { title: 'Support for you', lines: ['Under Support: people you can call, sorted by how you are related.', 'A short look at how hard things are for you. Only you see it.', 'A note to the care team goes one way. Staff read it when they can, not at once.'] },
        { title: 'Sessions', lines: ['Family sessions you are invited to stand under Sessions. You can say if you will come.'] },
      ],
    },
    clinician: {
      title: 'For clinicians',
      lead: 'Two minutes between sessions: who needs you today, and why.',
      parts: [
        { title: 'Inbox', lines: ['Alerts by severity and age, with the reason, the owner and the time by which they should be answered.', 'j and k move, a acknowledges, r resolves, ? shows all keys.', 'Closing an alert asks what you did and what came of it. Your client reads the outline of it in plain words.'] },
        { title: 'Caseload and client page', lines: ['Clients stand in order of need, with the reason in words. The score helps you look; it does not decide.', 'One page for each client: trends, check-ins, diary card, skills that helped, questionnaires, medication, plans, consents.', 'Session prep prints on one page.'] },
        { title: 'Sessions', lines: ['Schedule has your groups. Attendance for a whole group is one pass with the keys.', 'Assign a skill or a question sheet from the client page.'] },
        { title: 'Privacy', lines: ['Only the care team of a client sees that client. Each look is written down, and the client can ask for the list.', 'Families see what the client consented to. Before you share more, look at the consents tab.', 'You are signed out after 15 minutes without a touch.'] },
        { title: 'What this is not', lines: ['Nobody watches at night unless your rota says so. The app tells clients this too.', 'An alert that nobody takes goes on to the next person on the rota, and then on call.'] },
      ],
    },
  } as Record<'client' | 'family' | 'clinician', Guide>,
};
