// SQLite's C interface with the session extension, which the system's library has but its header hides by default.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

// sqlite3_config and sqlite3_db_config are variadic, which Swift does not import.
static inline int kontor_config_flag(int option, int on) {
    return sqlite3_config(option, on);
}

static inline int kontor_db_config_flag(sqlite3 *db, int option, int on) {
    return sqlite3_db_config(db, option, on, (int *)0);
}
