// SPDX-License-Identifier: Apache-2.0
#include "app/cli/ExitCode.h"

namespace cli {

int exitCodeFor(gis::ErrorCode code) {
    switch (code) {
        case gis::ErrorCode::InvalidArgument:
        case gis::ErrorCode::UnsupportedFormat:
            return WrongUse;
        case gis::ErrorCode::Unwritable:
        case gis::ErrorCode::AlreadyExists:
        case gis::ErrorCode::DiskFull:
        case gis::ErrorCode::ChangedElsewhere:
            return OutputFailed;
        case gis::ErrorCode::Canceled:
        case gis::ErrorCode::OutOfResources:
        case gis::ErrorCode::Internal:
            return Stopped;
        case gis::ErrorCode::NotFound:
        case gis::ErrorCode::Unreadable:
        case gis::ErrorCode::Refused:
        case gis::ErrorCode::CrsMissing:
        case gis::ErrorCode::CrsUnknown:
        case gis::ErrorCode::DatumShiftUnknown:
        case gis::ErrorCode::InvalidGeometry:
        case gis::ErrorCode::InvalidData:
        case gis::ErrorCode::NewerSchema:
            return InputFailed;
    }
    return Stopped;
}

}  // namespace cli
