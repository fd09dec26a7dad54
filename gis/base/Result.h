// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "gis/base/Message.h"

namespace gis {

/// What kind of failure it is; the command line's exit code follows from it (see app/cli/ExitCode.h).
enum class ErrorCode {
    InvalidArgument,    ///< the caller asked for something that makes no sense
    NotFound,           ///< no such file, layer, feature, field
    Unreadable,         ///< the file is damaged or not what it claims to be
    Refused,            ///< not opened or not done for safety; the message names the way out
    UnsupportedFormat,  ///< a format or variant that is not written
    CrsMissing,         ///< a layer does not say its coordinate reference system
    CrsUnknown,         ///< a code or text that PROJ does not know
    DatumShiftUnknown,  ///< only a ballpark step between the datums; the user has to decide
    InvalidGeometry,    ///< a geometry that could not be used
    InvalidData,        ///< a value that does not fit (NaN, wrong JSON, wrong type)
    Unwritable,         ///< an output could not be written
    AlreadyExists,      ///< an output is there and must not be replaced
    DiskFull,           ///< no space left; nothing was replaced
    NewerSchema,        ///< written by a later version of the program
    ChangedElsewhere,   ///< another program wrote the file since it was read; nothing was replaced
    Canceled,           ///< the user stopped it
    OutOfResources,     ///< memory, or a stated limit
    Internal,           ///< a library failed where it should not have
};

/// What the failure is about. Empty parts are not known or do not apply. All UTF-8.
struct Subject {
    std::string path;
    std::string layer;
    std::string feature;
    bool operator==(const Subject&) const = default;
};

/// An expected failure: code, subject, what is wrong, what to do, and what the library said.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    Subject subject;
    Message problem;
    Message advice;      ///< may be empty
    std::string detail;  ///< the library's own words, untranslated; may be empty
};

/// Something the caller should be told although the work goes on. `kind` is a stable snake_case word.
struct Warning {
    std::string kind;
    Subject subject;
    Message text;
    bool operator==(const Warning&) const = default;
};
using Warnings = std::vector<Warning>;

template <class T>
using Result = tl::expected<T, Error>;

/// For `return fail(...)` in a function that returns a Result.
tl::unexpected<Error> fail(ErrorCode code, Subject subject, Message problem, Message advice = {},
                           std::string detail = {});
tl::unexpected<Error> canceled();

/// One line in the user's language: `file|layer, feature N: problem (detail); advice`. No trailing full stop.
std::string describe(const Error& error);
std::string describe(const Warning& warning);
std::string describe(const Subject& subject);

/// Hands an Error on: `TUCE_TRY(value, expression)` declares `value` or returns the Error.
#define TUCE_TRY_CAT2(a, b) a##b
#define TUCE_TRY_CAT(a, b) TUCE_TRY_CAT2(a, b)
#define TUCE_TRY(declaration, expression)                                                      \
    auto TUCE_TRY_CAT(tuceTry, __LINE__) = (expression);                                       \
    if (!TUCE_TRY_CAT(tuceTry, __LINE__))                                                      \
        return tl::unexpected<gis::Error>(std::move(TUCE_TRY_CAT(tuceTry, __LINE__)).error()); \
    auto declaration = std::move(*TUCE_TRY_CAT(tuceTry, __LINE__))
#define TUCE_CHECK(expression)                                                 \
    do {                                                                       \
        if (auto tuceChecked = (expression); !tuceChecked)                     \
            return tl::unexpected<gis::Error>(std::move(tuceChecked).error()); \
    } while (false)

}  // namespace gis
