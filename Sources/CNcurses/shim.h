// The wide-character ncurses, and what of it Swift cannot import by itself.
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
