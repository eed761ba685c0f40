#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Called for each run of code in order, with the name that the language definition gives it ("keyword", "string", …; "normal" for the rest). */
typedef void (*stemma_highlight_sink)(void *context, const char *element, const char *text, size_t length);

/*
 * Highlights one line (without its line end) with the definition file of a language, for example "go.lang".
 * A session keeps the state between the lines of one block of code.
 * Every function is safe to call with anything: where the library throws, NULL or 0 comes back.
 */
typedef struct stemma_highlight_session stemma_highlight_session;

stemma_highlight_session *stemma_highlight_begin(const char *data_folder, const char *definition);
int stemma_highlight_line(stemma_highlight_session *session, const char *line, size_t length, stemma_highlight_sink sink, void *context);
void stemma_highlight_end(stemma_highlight_session *session);

#ifdef __cplusplus
}
#endif
