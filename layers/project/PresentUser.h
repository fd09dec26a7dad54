// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace layers {

/// Who works at this machine, as the system knows the login ($USER, $LOGNAME, $USERNAME); empty if it does not say.
std::string presentUser();

}  // namespace layers
