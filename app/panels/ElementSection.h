// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/window/Workbench.h"
#include "layers/job/Job.h"
#include "layers/scheme/ElementAccount.h"

class QFormLayout;
class QVBoxLayout;

namespace app {

/// 文件表述与统计: what the papers state of the selected built element (status, facts, each paper's statement with the
/// members that differ) and what its drawing measures beside the printed figure. A worker reads it. Hidden for features
/// that were not built. GUI thread.
class ElementSection : public QWidget {
    Q_OBJECT
public:
    explicit ElementSection(Workbench& workbench, QWidget* parent = nullptr);

private:
    void refresh();
    void show(const layers::ElementAccount& account);
    void retireBody();
    void addRow(QFormLayout& form, const QString& name, const QString& value, const char* objectName = nullptr);
    void addFigures(QFormLayout& form, const layers::ElementAccount& account);
    void addPapers(QFormLayout& form, const layers::ElementAccount& account);

    Workbench& m_workbench;
    layers::StatusClasses m_stages;
    QVBoxLayout* m_column;
    QWidget* m_body = nullptr;
    layers::LatestJob m_job;
};

}  // namespace app
