// SPDX-License-Identifier: Apache-2.0
#include "gis/base/Result.h"

namespace gis {

tl::unexpected<Error> fail(ErrorCode code, Subject subject, Message problem, Message advice, std::string detail) {
    return tl::unexpected<Error>(
        Error{code, std::move(subject), std::move(problem), std::move(advice), std::move(detail)});
}

tl::unexpected<Error> canceled() {
    return fail(ErrorCode::Canceled, {}, message("gis", "canceled; nothing was written"));
}

std::string describe(const Subject& subject) {
    std::string text = subject.path;
    if (!subject.layer.empty()) text += text.empty() ? subject.layer : "|" + subject.layer;
    if (!subject.feature.empty()) {
        if (!text.empty()) text += ", ";
        text += translated(message("gis", "feature %1", {subject.feature}));
    }
    return text;
}

namespace {

std::string withSubject(const Subject& subject, const std::string& text) {
    const std::string about = describe(subject);
    return about.empty() ? text : about + ": " + text;
}

}  // namespace

std::string describe(const Error& error) {
    std::string text = withSubject(error.subject, translated(error.problem));
    if (!error.detail.empty()) text += " (" + error.detail + ")";
    if (!error.advice.empty()) text += "; " + translated(error.advice);
    for (char& c : text)
        if (c == '\n' || c == '\r') c = ' ';
    return text;
}

std::string describe(const Warning& warning) { return withSubject(warning.subject, translated(warning.text)); }

}  // namespace gis
