/** Putting the app on the home screen, and the plain name it may have there. Grade 6 or lower. */
export const install = {
  title: 'Put the app on your home screen',
  lead: 'It opens with one tap, works with no signal, and can show you notes.',
  button: 'Put it there',
  no: 'Do not offer this again',
  done: 'The app is on your home screen.',
  none: 'Open the menu of your browser and look for “Install” or “Add to Home Screen”.',
  steps: {
    lead: 'On an iPhone or iPad, do this in Safari:',
    share: 'Tap the Share button, the square with an arrow.',
    add: 'Scroll down. Tap “Add to Home Screen”.',
    done: 'Tap “Add”, then open the app from your home screen.',
    notes: 'Notes only work in the app that you open from there.',
    addRow: 'Add to Home Screen',
    addButton: 'Add',
  },
  look: {
    title: 'Name and sign on this device',
    lead: 'Somebody else may see your screen. You can give the app a plain name and a plain sign.',
    own: (name: string): string => `${name}, with its own sign`,
    plain: (name: string): string => `${name}, with a sheet of paper`,
    now: 'It holds at once for the tab in your browser. Choose before you put the app on your home screen: one that is there already keeps its name. To change that one, remove it and add it again.',
    unsent: 'Before you remove it, make sure that everything is sent.',
    chosen: 'Changed.',
  },
};
