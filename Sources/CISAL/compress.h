#ifndef CISAL_COMPRESS_H
#define CISAL_COMPRESS_H

#include <isa-l/igzip_lib.h>
#include <stdlib.h>

/// Makes a whole gzip file of `input`. Gives its length, or 0 where it would not fit or there is no memory.
static inline size_t cisal_gzip(
    const uint8_t *_Nonnull input, uint32_t input_count, uint8_t *_Nonnull output, uint32_t output_count) {
    struct isal_zstream stream;
    isal_deflate_stateless_init(&stream);
    stream.level = 2;
    stream.level_buf_size = ISAL_DEF_LVL2_DEFAULT;
    stream.level_buf = (uint8_t *)malloc(stream.level_buf_size);
    if (stream.level_buf == NULL) return 0;
    stream.gzip_flag = IGZIP_GZIP;
    stream.end_of_stream = 1;
    stream.next_in = (uint8_t *)input;
    stream.avail_in = input_count;
    stream.next_out = output;
    stream.avail_out = output_count;
    int status = isal_deflate_stateless(&stream);
    free(stream.level_buf);
    return status == COMP_OK ? stream.total_out : 0;
}

#endif
