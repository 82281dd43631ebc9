#include "CSQLiteShim.h"

#include <sqlite3.h>

void csqlite_leave_checkpointing(sqlite3 *connection) {
    sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

int csqlite_version_number(void) {
    return sqlite3_libversion_number();
}
