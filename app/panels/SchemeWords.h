// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QString>

#include "layers/scheme/SchemeStatement.h"

namespace app {

/// The words for what a scheme states, in the user's language: the same word everywhere.
class SchemeWords {
    Q_DECLARE_TR_FUNCTIONS(SchemeWords)
public:
    /// What a figure is: measured, to be reached, …
    static QString factType(layers::FactType type);
    /// How an element stands to another ("part_of" → 属于); the word itself if unknown.
    static QString relation(const std::string& type);
    static QString stage(const layers::StatusClass& stage);
    /// The paper's wording and the class behind it, one of them, or nothing.
    static QString status(const std::string& wording, const std::string& word, const layers::StatusClasses& stages);
};

}  // namespace app
