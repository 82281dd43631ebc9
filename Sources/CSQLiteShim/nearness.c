#include "CSQLiteShim.h"

#include <sqlite3.h>

// How well a row of the search index fits what was asked, from the row alone.
//
// SQLite's own bm25 weighs a word by how rare it is in all rows, those included that the reader may not see, so the
// order of what they do see would tell of the rest (S44). It is left out here.

enum { most_terms = 64 };
enum { title_words, text_words, title_spelt, text_spelt };

typedef struct {
    int in_title;
    double in_text;
} Term;

static int is_title(int column) {
    return column == title_words || column == title_spelt;
}

// The nearest that two different terms come to each other in one column: 1 where one follows the other, 0 for never.
// Counts on its way how often each term is where.
static int count(
    const Fts5ExtensionApi *api, Fts5Context *row, int last_is_twice, int phrases, Term *terms, double *nearest) {
    int places = 0, before = -1, before_column = 0, before_offset = 0;
    int outcome = api->xInstCount(row, &places);
    for (int place = 0; outcome == SQLITE_OK && place < places; place++) {
        int phrase, column, offset;
        outcome = api->xInst(row, place, &phrase, &column, &offset);
        if (outcome != SQLITE_OK) break;
        // The last word is asked for twice: with any ending, and as the beginning of a word.
        int term = last_is_twice && phrase == phrases - 1 ? phrase - 1 : phrase;
        if (term < 0 || term >= most_terms) continue;
        if (is_title(column)) terms[term].in_title = 1;
        else terms[term].in_text += 1;
        if (before >= 0 && before != term && before_column == column && offset > before_offset) {
            double near = 1.0 / (offset - before_offset);
            if (near > *nearest) *nearest = near;
        }
        before = term;
        before_column = column;
        before_offset = offset;
    }
    return outcome;
}

static void nearness(
    const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *answer, int arguments, sqlite3_value **values) {
    Term terms[most_terms] = {{0, 0}};
    double nearest = 0, score = 0;
    int length = 0;
    int phrases = api->xPhraseCount(row);
    int last_is_twice = arguments > 0 && sqlite3_value_int(values[0]) != 0;
    int outcome = count(api, row, last_is_twice, phrases, terms, &nearest);
    if (outcome == SQLITE_OK) outcome = api->xColumnSize(row, text_words, &length);
    if (outcome != SQLITE_OK) {
        sqlite3_result_error_code(answer, outcome);
        return;
    }
    for (int term = 0; term < most_terms; term++) {
        // A term in a title outweighs all there can be in a text. In a long text each place counts for less, and the
        // tenth for less than the first.
        double times = terms[term].in_text;
        score += 1000.0 * terms[term].in_title + 2.2 * times / (times + 0.3 + 0.9 * length / 200.0);
    }
    sqlite3_result_double(answer, score + 2 * nearest);
}

int csqlite_add_nearness(sqlite3 *connection) {
    fts5_api *fts5 = 0;
    sqlite3_stmt *asking = 0;
    int outcome = sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &asking, 0);
    if (outcome == SQLITE_OK) {
        sqlite3_bind_pointer(asking, 1, (void *)&fts5, "fts5_api_ptr", 0);
        sqlite3_step(asking);
    }
    sqlite3_finalize(asking);
    if (outcome != SQLITE_OK) return outcome;
    if (!fts5) return SQLITE_ERROR;
    return fts5->xCreateFunction(fts5, "nearness", 0, nearness, 0);
}
