// The wide-character ncurses, and what of a terminal Swift cannot reach by itself: macros, globals, signal handlers.
//
// The functions are static and keep static state: call those for signals from one Swift file only,
// or each file gets its own copy of the state.
// A static variable without an initialiser would not be emitted for Swift at all.
#define NCURSES_WIDECHAR 1
#include <errno.h>
#include <fcntl.h>
#include <ncurses.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// term.h defines these short names as macros; they would shadow words that others use.
#undef lines
#undef columns
#undef buttons
#undef tab

static inline WINDOW *kontor_window(void) { return stdscr; }
static inline FILE *kontor_output(void) { return stdout; }
static inline FILE *kontor_input(void) { return stdin; }

static inline unsigned kontor_attributes(int bold, int underline, int reverse, int dim) {
    return (bold ? A_BOLD : 0) | (underline ? A_UNDERLINE : 0) | (reverse ? A_REVERSE : 0) | (dim ? A_DIM : 0);
}

static inline void kontor_style(unsigned attributes, int pair) {
    attr_set((attr_t)attributes, (short)pair, NULL);
}

static inline int kontor_has_dim(void) {
    char *dim = tigetstr("dim");
    return dim != NULL && dim != (char *)-1;
}

// Not declared without a feature macro; -1 for what the C library does not know.
extern int wcwidth(wchar_t);
static inline int kontor_width(unsigned scalar) { return wcwidth((wchar_t)scalar); }

static inline int kontor_colours(void) { return COLORS; }

// 1 when the terminal can address its cursor, 0 when not, -1 when terminfo does not know it.
static inline int kontor_can_address(const char *term) {
    int error = 0;
    if (setupterm(term, 1, &error) != OK) return -1;
    char *cup = tigetstr("cup");
    return cup != NULL && cup != (char *)-1;
}

static inline void kontor_window_size(int *width, int *height) {
    struct winsize size;
    memset(&size, 0, sizeof size);
    ioctl(1, TIOCGWINSZ, &size);
    if (size.ws_col > 0) *width = size.ws_col;
    if (size.ws_row > 0) *height = size.ws_row;
}

// MARK: Signals

static int kontor_pipe[2] = {-1, -1};
static struct termios kontor_saved = {0};
static volatile sig_atomic_t kontor_is_saved = 0;
static volatile sig_atomic_t kontor_is_full = 0;
static volatile sig_atomic_t kontor_is_drawing = 0;
static volatile sig_atomic_t kontor_is_cut = 0;
static int kontor_terminal = -1;
static int kontor_nowhere = -1;
static int kontor_can_stop = 0;
static char kontor_leave_text[256] = "";
static char kontor_stack[65536] = {0};

// Gives the terminal back, without waiting for it; only what a signal handler may call.
static void kontor_restore(void) {
    if (!kontor_is_full) return;
    kontor_is_full = 0;
    int flags = fcntl(kontor_terminal, F_GETFL);
    fcntl(kontor_terminal, F_SETFL, flags | O_NONBLOCK);
    ssize_t ignored = write(kontor_terminal, kontor_leave_text, strlen(kontor_leave_text));
    (void)ignored;
    fcntl(kontor_terminal, F_SETFL, flags);
    if (kontor_is_saved) tcsetattr(0, TCSANOW, &kontor_saved);
}

static void kontor_on_crash(int number) {
    kontor_restore();
    // SA_RESETHAND put the default back: the crash goes on as if nobody had looked.
    raise(number);
}

static int kontor_ends(int number) {
    return number == SIGHUP || number == SIGTERM || number == SIGINT || number == SIGQUIT;
}

static void kontor_on_signal(int number) {
    int saved = errno;
    // A terminal that takes nothing more (a line that hangs) must not keep us from ending: what is still to be drawn goes nowhere.
    if (kontor_is_drawing && kontor_ends(number)) {
        kontor_is_cut = 1;
        dup2(kontor_nowhere, 1);
    }
    char byte = (char)number;
    ssize_t ignored = write(kontor_pipe[1], &byte, 1);
    (void)ignored;
    errno = saved;
}

static inline void kontor_set_drawing(int drawing) { kontor_is_drawing = drawing; }

// 1 when what is drawn goes nowhere, because a signal came while the terminal took nothing.
static inline int kontor_was_cut(void) { return kontor_is_cut; }

static inline void kontor_handle(int number, void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

// Whether whoever started us ignores a signal for us, as shells without job control do with SIGTSTP.
static inline int kontor_is_ignored(int number) {
    struct sigaction action;
    return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

// Signals come as bytes through a pipe whose reading end is returned; -1 on failure. Crashes restore the terminal first.
static inline int kontor_install_signals(void) {
    if (kontor_pipe[0] < 0) {
        if (pipe(kontor_pipe) != 0) return -1;
        for (int end = 0; end < 2; end++) {
            fcntl(kontor_pipe[end], F_SETFL, O_NONBLOCK);
            fcntl(kontor_pipe[end], F_SETFD, FD_CLOEXEC);
        }
        kontor_terminal = fcntl(1, F_DUPFD_CLOEXEC, 3);
        kontor_nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        kontor_can_stop = !kontor_is_ignored(SIGTSTP);
        atexit(kontor_restore);
    }
    // What ends us interrupts a write that hangs.
    int ends[] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT};
    for (unsigned i = 0; i < sizeof ends / sizeof *ends; i++) kontor_handle(ends[i], kontor_on_signal, 0);
    int news[] = {SIGWINCH, SIGTSTP, SIGCONT};
    for (unsigned i = 0; i < sizeof news / sizeof *news; i++) kontor_handle(news[i], kontor_on_signal, SA_RESTART);
    kontor_handle(SIGPIPE, SIG_IGN, 0);
    kontor_handle(SIGXFSZ, SIG_IGN, 0);
    stack_t stack;
    memset(&stack, 0, sizeof stack);
    stack.ss_sp = kontor_stack;
    stack.ss_size = sizeof kontor_stack;
    sigaltstack(&stack, NULL);
    int crashes[] = {SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGTRAP, SIGFPE};
    for (unsigned i = 0; i < sizeof crashes / sizeof *crashes; i++) {
        kontor_handle(crashes[i], kontor_on_crash, SA_RESETHAND | SA_NODEFER | SA_ONSTACK);
    }
    return kontor_pipe[0];
}

// While another program has the terminal, its keys are for it.
static inline void kontor_ignore_keys(int ignore) {
    int keys[] = {SIGINT, SIGQUIT, SIGTSTP};
    for (unsigned i = 0; i < 3; i++) kontor_handle(keys[i], ignore ? SIG_IGN : kontor_on_signal, 0);
}

// As it is before we change it.
static inline void kontor_remember_terminal(void) {
    if (tcgetattr(0, &kontor_saved) == 0) kontor_is_saved = 1;
}

// What a crash handler writes.
static inline void kontor_remember_leaving(const char *text) {
    strncpy(kontor_leave_text, text, sizeof kontor_leave_text - 1);
}

static inline void kontor_set_full(int full) { kontor_is_full = full; }

// Stops the whole job, as vi does. Where there is no shell that could go on with it, the kernel does nothing.
static inline void kontor_stop(void) {
    if (!kontor_can_stop) return;
    kontor_handle(SIGTSTP, SIG_DFL, 0);
    kill(0, SIGTSTP);
    kontor_handle(SIGTSTP, kontor_on_signal, SA_RESTART);
}

// Ends as if nobody had caught the signal, so that the shell and whoever waits know what it was.
static inline void kontor_end_by(int number) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    kontor_handle(number, SIG_DFL, 0);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    raise(number);
}

// A string of terminfo such as "rmcup"; empty when the terminal has none.
static inline const char *kontor_string(const char *name) {
    char *text = tigetstr(name);
    return text == NULL || text == (char *)-1 ? "" : text;
}

static inline void kontor_write(const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(kontor_terminal, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}
