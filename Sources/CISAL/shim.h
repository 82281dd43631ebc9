// Intel's ISA-L inflates two to three times as fast as zlib. Its state is a struct of large arrays that Swift would
// import as tuples, so Swift sees it as an opaque pointer and these few functions.
#ifndef CISAL_SHIM_H
#define CISAL_SHIM_H

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <stdlib.h>

typedef struct cisal_inflater cisal_inflater;

typedef struct {
    /// Bytes of input used up. Below zero where the stream ended and bytes of an earlier input were taken beyond its
    /// end: so many of those are still to be used.
    int32_t consumed;
    uint32_t produced;
    /// Below zero: the data are damaged (an ISAL_INVALID_… or ISAL_INCORRECT_CHECKSUM).
    int32_t status;
    /// The stream, or this member of a gzip file, has ended.
    uint8_t finished;
} cisal_step;

/// Null where there is no memory.
static inline cisal_inflater *_Nullable cisal_new(void) {
    return (cisal_inflater *)malloc(sizeof(struct inflate_state));
}

static inline void cisal_free(cisal_inflater *_Nonnull inflater) { free(inflater); }

/// Begins a stream: gzip with its header and its checksum verified, or bare DEFLATE whose CRC-32 `cisal_crc` gives.
static inline void cisal_begin(cisal_inflater *_Nonnull inflater, uint8_t gzip) {
    struct inflate_state *state = (struct inflate_state *)inflater;
    isal_inflate_init(state);
    state->crc_flag = gzip ? ISAL_GZIP : ISAL_GZIP_NO_HDR;
}

static inline uint32_t cisal_crc(const cisal_inflater *_Nonnull inflater) {
    return ((const struct inflate_state *)inflater)->crc;
}

/// The CRC-32 of gzip and ZIP, of bytes that follow others whose CRC-32 is `before`.
static inline uint32_t cisal_crc32(uint32_t before, const uint8_t *_Nonnull bytes, uint64_t count) {
    return crc32_gzip_refl(before, bytes, count);
}

static inline cisal_step cisal_inflate(
    cisal_inflater *_Nonnull inflater, const uint8_t *_Nonnull input, uint32_t input_count, uint8_t *_Nonnull output,
    uint32_t output_count) {
    struct inflate_state *state = (struct inflate_state *)inflater;
    state->next_in = (uint8_t *)input;
    state->avail_in = input_count;
    state->next_out = output;
    state->avail_out = output_count;
    cisal_step step;
    step.status = isal_inflate(state);
    step.consumed = (int32_t)(input_count - state->avail_in);
    step.produced = output_count - state->avail_out;
    step.finished = state->block_state == ISAL_BLOCK_FINISH;
    return step;
}

#endif
