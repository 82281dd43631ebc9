#include "CGLPK.h"

#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>

struct cglpk_program {
    glp_prob *problem;
    int columns;
    int has_whole;
    int at_fault;
};

// How far from a whole number a value may be and count as one.
static double nearness(double value) {
    return 1e-9 + 1e-12 * fabs(value);
}

static int keep_silent(void *info, const char *text) {
    (void)info;
    (void)text;
    return 1;
}

static void leap(void *place) {
    longjmp(*(jmp_buf *)place, 1);
}

// Does its work where a fault of GLPK’s leaps back to, instead of ending the process. What a fault leaves behind is not
// safe to free, and stays.
#define GUARDED(program, work)                          \
    do {                                                \
        jmp_buf place;                                  \
        if ((program)->at_fault) break;                 \
        if (setjmp(place)) {                            \
            glp_error_hook(NULL, NULL);                 \
            (program)->at_fault = 1;                    \
            break;                                      \
        }                                               \
        glp_term_hook(keep_silent, NULL);               \
        glp_error_hook(leap, &place);                   \
        work;                                           \
        glp_error_hook(NULL, NULL);                     \
    } while (0)

static void load(cglpk_program *program, int rows, const cglpk_entry *entries, int count, int *row, int *column, double *value) {
    program->problem = glp_create_prob();
    if (rows > 0) glp_add_rows(program->problem, rows);
    if (program->columns > 0) glp_add_cols(program->problem, program->columns);
    for (int place = 1; place <= program->columns; place++) {
        glp_set_col_bnds(program->problem, place, GLP_LO, 0, 0);
    }
    for (int place = 0; place < count; place++) {
        row[place + 1] = entries[place].row + 1;
        column[place + 1] = entries[place].column + 1;
        value[place + 1] = entries[place].value;
    }
    glp_load_matrix(program->problem, count, row, column, value);
}

cglpk_program *cglpk_open(int columns, int rows, const cglpk_entry *entries, int count) {
    size_t places = (size_t)count + 1;
    cglpk_program *program = calloc(1, sizeof *program);
    int *row = malloc(places * sizeof *row);
    int *column = malloc(places * sizeof *column);
    double *value = malloc(places * sizeof *value);
    if (program && row && column && value) {
        program->columns = columns;
        GUARDED(program, load(program, rows, entries, count, row, column, value));
        if (program->at_fault) {
            free(program);
            program = NULL;
        }
    } else {
        free(program);
        program = NULL;
    }
    free(row);
    free(column);
    free(value);
    return program;
}

void cglpk_close(cglpk_program *program) {
    GUARDED(program, glp_delete_prob(program->problem));
    free(program);
}

static int kind(double lower, double upper) {
    if (lower == upper) return GLP_FX;
    if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
    return isinf(upper) ? GLP_LO : GLP_DB;
}

void cglpk_bound_column(cglpk_program *program, int column, double lower, double upper) {
    GUARDED(program, glp_set_col_bnds(program->problem, column + 1, kind(lower, upper), lower, upper));
}

void cglpk_bound_row(cglpk_program *program, int row, double lower, double upper) {
    GUARDED(program, glp_set_row_bnds(program->problem, row + 1, kind(lower, upper), lower, upper));
}

// The basis of the last question may be singular with another row in it, and GLPK 5.0 finds itself at fault with some that
// are (sgf.c, “k1 < k2”): begin anew.
static void set_row(glp_prob *problem, int row, int count, const int *column, const double *value) {
    glp_set_mat_row(problem, row, count, column, value);
    glp_std_basis(problem);
}

void cglpk_set_row(cglpk_program *program, int row, const cglpk_entry *entries, int count) {
    int *column = malloc(((size_t)count + 1) * sizeof *column);
    double *value = malloc(((size_t)count + 1) * sizeof *value);
    if (column && value) {
        for (int place = 0; place < count; place++) {
            column[place + 1] = entries[place].column + 1;
            value[place + 1] = entries[place].value;
        }
        GUARDED(program, set_row(program->problem, row + 1, count, column, value));
    } else {
        program->at_fault = 1;
    }
    free(column);
    free(value);
}

void cglpk_make_whole(cglpk_program *program, int column) {
    program->has_whole = 1;
    GUARDED(program, glp_set_col_kind(program->problem, column + 1, GLP_IV));
}

void cglpk_set_cost(cglpk_program *program, int column, double cost) {
    GUARDED(program, glp_set_obj_coef(program->problem, column + 1, cost));
}

static int answer(int status) {
    switch (status) {
    case GLP_OPT: return CGLPK_SOLVED;
    case GLP_NOFEAS: return CGLPK_NONE;
    case GLP_UNBND: return CGLPK_ENDLESS;
    default: return CGLPK_GAVE_UP;
    }
}

static int solve_reals(glp_prob *problem) {
    glp_smcp how;
    glp_init_smcp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.meth = GLP_DUALP;
    how.tol_bnd = 1e-9;
    how.tol_dj = 1e-9;
    how.it_lim = 1000000;
    int failed = glp_simplex(problem, &how);
    if (failed) {
        // The basis of the last question doesn’t suit this one: begin anew.
        glp_std_basis(problem);
        how.meth = GLP_PRIMAL;
        failed = glp_simplex(problem, &how);
    }
    return failed ? CGLPK_GAVE_UP : answer(glp_get_status(problem));
}

static int is_whole(glp_prob *problem) {
    for (int column = 1; column <= glp_get_num_cols(problem); column++) {
        double value = glp_get_col_prim(problem, column);
        if (glp_get_col_kind(problem, column) != GLP_CV && fabs(value - round(value)) > nearness(value)) return 0;
    }
    return 1;
}

static void count_branches(glp_tree *tree, void *most) {
    int all;
    glp_ios_tree_size(tree, NULL, NULL, &all);
    if (all > *(int *)most) glp_ios_terminate(tree);
}

static int solve_wholes(glp_prob *problem, int most_branches, int fair) {
    glp_iocp how;
    glp_init_iocp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.tol_int = 1e-9;
    how.tol_obj = 1e-9;
    how.cb_func = count_branches;
    how.cb_info = &most_branches;
    if (fair) {
        // Down to some whole numbers first, by the quickest choices, and only then about among them.
        how.br_tech = GLP_BR_MFV;
        how.mip_gap = 0.05;
        how.bt_tech = GLP_BT_DFS;
        how.fp_heur = GLP_ON;
    }
    int stopped = glp_intopt(problem, &how);
    if (fair && (stopped == GLP_ESTOP || stopped == GLP_EMIPGAP) && glp_mip_status(problem) == GLP_FEAS) return CGLPK_SOLVED;
    return stopped ? CGLPK_GAVE_UP : answer(glp_mip_status(problem));
}

static int solve(cglpk_program *program, int most_branches, int fair, double most_cost, double *values) {
    glp_prob *problem = program->problem;
    int found = solve_reals(problem);
    if (found != CGLPK_SOLVED) return found;
    // Whole numbers cost no less than these.
    if (glp_get_obj_val(problem) > most_cost + nearness(most_cost)) return CGLPK_NONE;
    int branched = program->has_whole && !is_whole(problem);
    if (branched) found = solve_wholes(problem, most_branches, fair);
    for (int column = 1; column <= program->columns; column++) {
        double value = branched ? glp_mip_col_val(problem, column) : glp_get_col_prim(problem, column);
        values[column - 1] = glp_get_col_kind(problem, column) == GLP_CV ? value : round(value);
    }
    return found;
}

int cglpk_solve(cglpk_program *program, int most_branches, int fair, double most_cost, double *values) {
    volatile int found = CGLPK_FAULT;
    GUARDED(program, found = solve(program, most_branches, fair, most_cost, values));
    return program->at_fault ? CGLPK_FAULT : found;
}
