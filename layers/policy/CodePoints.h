// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layers/document/CodePoints.h"
