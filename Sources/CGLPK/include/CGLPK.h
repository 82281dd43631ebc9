// GLPK, the GNU linear programming kit, behind a door that lets no fault of it end the program.
//
// GLPK stops the whole process where it finds itself at fault. Here such a fault is an answer, CGLPK_FAULT, after which
// the program that met it is never used again. It prints nothing.
#ifndef CGLPK_H
#define CGLPK_H

/// Whole numbers or reals to be found within linear bounds, so that what they cost is least.
typedef struct cglpk_program cglpk_program;

/// A coefficient: how often a column counts in a row. Both are numbered from 0.
typedef struct {
    int row;
    int column;
    double value;
} cglpk_entry;

enum {
    /// The values given are the cheapest.
    CGLPK_SOLVED = 0,
    /// No values keep within the bounds.
    CGLPK_NONE = 1,
    /// The cost falls without end.
    CGLPK_ENDLESS = 2,
    /// It took too long, or the numbers were too unruly.
    CGLPK_GAVE_UP = 3,
    /// GLPK found itself at fault.
    CGLPK_FAULT = 4,
};

/// NULL where there is no memory, or GLPK is at fault. Columns are from 0 upwards, rows without bounds, all free of cost.
cglpk_program *cglpk_open(int columns, int rows, const cglpk_entry *entries, int count);

void cglpk_close(cglpk_program *program);

/// Bounds are ±INFINITY where there are none.
void cglpk_bound_column(cglpk_program *program, int column, double lower, double upper);
void cglpk_bound_row(cglpk_program *program, int row, double lower, double upper);

/// Puts other coefficients in a row; their row numbers are not looked at. No column may come twice. The next question begins
/// anew.
void cglpk_set_row(cglpk_program *program, int row, const cglpk_entry *entries, int count);

/// The column’s value must be a whole number.
void cglpk_make_whole(cglpk_program *program, int column);

void cglpk_set_cost(cglpk_program *program, int column, double cost);

/// The cheapest values, a number for each column, starting from where the last question ended. After more than
/// `most_branches` parts of a search for whole numbers it gives up: a count and not a time, so that the answer is the same
/// on every machine. With `fair` it then gives the cheapest that it has met, if any, and nothing that is worse by a
/// twentieth than the best there could be keeps it searching. Nothing that costs more than `most_cost` is looked for.
int cglpk_solve(cglpk_program *program, int most_branches, int fair, double most_cost, double *values);

#endif
