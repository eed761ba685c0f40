// A C face over GNU Source-highlight, which speaks C++ with exceptions. No exception leaves this file.

#include "CHighlight.h"

#include <memory>
#include <string>

#include <srchilite/formatter.h>
#include <srchilite/formattermanager.h>
#include <srchilite/formatterparams.h>
#include <srchilite/langdefmanager.h>
#include <srchilite/regexrulefactory.h>
#include <srchilite/sourcehighlighter.h>

namespace {

struct Sink {
    stemma_highlight_sink call = nullptr;
    void *context = nullptr;
};

/// Passes what the library would format on to the sink, under the element's name.
class NamedFormatter : public srchilite::Formatter {
    std::string element;
    const Sink &sink;

public:
    NamedFormatter(const std::string &element, const Sink &sink) : element(element), sink(sink) {}

    void format(const std::string &text, const srchilite::FormatterParams *) override {
        if (sink.call && !text.empty()) sink.call(sink.context, element.c_str(), text.data(), text.size());
    }
};

/// A manager that makes a formatter for each name it meets is not offered, so the names are listed.
const char *const elementNames[] = {
    "keyword", "type", "usertype", "string", "regexp", "specialchar", "comment", "number", "preproc", "symbol", "function", "cbracket",
    "todo", "code", "predef_var", "predef_func", "classname", "variable", "linenum", "url", "label", "path", "date", "time", "file", "ip",
    "name", "argument", "optionalargument", "attribute", "value", "property", "selector", "oldfile", "newfile", "difflines", "section",
    "italics", "bold", "underline", "fixed", "error", "note", "noncomment", "paren", "twonumbers", "warning", "atom", "meta",
};

/// Definitions are parsed once in a process: some take milliseconds.
srchilite::LangDefManager &definitions() {
    static srchilite::RegexRuleFactory rules;
    static srchilite::LangDefManager manager(&rules);
    return manager;
}

}  // namespace

struct stemma_highlight_session {
    Sink sink;
    srchilite::FormatterManager formatters;
    srchilite::FormatterParams parameters;
    srchilite::SourceHighlighter highlighter;

    explicit stemma_highlight_session(srchilite::HighlightStatePtr state)
        : formatters(srchilite::FormatterPtr(new NamedFormatter("normal", sink))), highlighter(state) {
        for (const char *name : elementNames)
            formatters.addFormatter(name, srchilite::FormatterPtr(new NamedFormatter(name, sink)));
        highlighter.setFormatterManager(&formatters);
        highlighter.setFormatterParams(&parameters);
        highlighter.setOptimize(false);
    }
};

extern "C" stemma_highlight_session *stemma_highlight_begin(const char *data_folder, const char *definition) {
    try {
        return new stemma_highlight_session(definitions().getHighlightState(data_folder, definition));
    } catch (...) {
        return nullptr;
    }
}

extern "C" int stemma_highlight_line(
    stemma_highlight_session *session, const char *line, size_t length, stemma_highlight_sink sink, void *context) {
    try {
        session->sink.call = sink;
        session->sink.context = context;
        session->highlighter.highlightParagraph(std::string(line, length));
        return 1;
    } catch (...) {
        return 0;
    }
}

extern "C" void stemma_highlight_end(stemma_highlight_session *session) {
    delete session;
}
