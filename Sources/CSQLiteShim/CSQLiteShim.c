#include "CSQLiteShim.h"

#include <sqlite3.h>

void csqlite_leave_checkpointing(sqlite3 *connection) {
    sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

int csqlite_version_number(void) {
    return sqlite3_libversion_number();
}

static int kind(int type) {
    switch (type) {
    case SQLITE_INTEGER: return CSQLITE_INTEGER;
    case SQLITE_TEXT: return CSQLITE_TEXT;
    case SQLITE_BLOB: return CSQLITE_BYTES;
    case SQLITE_NULL: return CSQLITE_NULL;
    default: return CSQLITE_OTHER;
    }
}

void csqlite_lend(sqlite3_stmt *statement, struct csqlite_field *fields, int count) {
    for (int place = 0; place < count; place++) {
        struct csqlite_field *field = &fields[place];
        // The type is asked for first: asking for the bytes of a text makes it count as bytes too.
        field->kind = kind(sqlite3_column_type(statement, place));
        if (field->kind == CSQLITE_TEXT || field->kind == CSQLITE_BYTES) {
            field->bytes = sqlite3_column_blob(statement, place);
            field->count = sqlite3_column_bytes(statement, place);
        } else if (field->kind == CSQLITE_INTEGER) {
            field->number = sqlite3_column_int64(statement, place);
        }
    }
}
