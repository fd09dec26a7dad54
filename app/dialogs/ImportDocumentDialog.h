// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/dialogs/WorkDialog.h"
#include "layers/job/Job.h"
#include "layers/policy/DocumentImport.h"
#include "layers/project/ProjectSnapshot.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QTreeWidget;

namespace app {

/// The user's own text of a policy document: read, shown with its outline, then taken into the plan as a new document
/// or as the words of one that the plan or the shipped index has already. GUI thread; reading is a job.
class ImportDocumentDialog : public WorkDialog {
    Q_OBJECT
public:
    explicit ImportDocumentDialog(Workbench& workbench);
    void setFile(const QString& path);
    /// The text is to stand in the place of this document of the plan.
    void setReplaced(const std::string& documentId);
    void chooseFile();
    void accept() override;

private:
    /// What is to be read, and how.
    struct Asked {
        std::string path, encoding;
        std::string replaced;  ///< the document whose place it takes; empty: see Reading
        layers::SnapshotPtr plan;
    };
    /// The ways to take the text in, worked out once.
    struct Reading {
        layers::ReadDocument merged;  ///< into the document it is a copy of; else as `fresh`
        layers::ReadDocument fresh;   ///< as a new document, or in the place of the one that was asked for
        bool isCopy = false;
    };
    static gis::Result<Reading> readingOf(const Asked& asked, const gis::JobControl& control);
    QWidget* makeTop();
    void read();
    void wasRead(gis::Result<Reading> reading);
    void fillTargets();
    int newTarget() const;
    void targetChosen();
    void showTarget();
    /// "parts 6 · clauses 30"
    static QString levelCounts(const layers::PolicyDocument& document);
    void fillOutline(const layers::PolicyDocument& document);
    const layers::ReadDocument* chosen() const;

    QString m_path;
    std::string m_isCopyOf;  ///< title of the document that the file was found to be a copy of
    std::string m_replaced;  ///< id of the document whose place the text takes; empty if none was chosen
    std::optional<Reading> m_reading;
    layers::LatestJob m_job;
    QLineEdit* m_file;
    QComboBox* m_encoding;
    QComboBox* m_target;
    QPlainTextEdit* m_text;
    QTreeWidget* m_outline;
    QLabel* m_summary;
    QPushButton* m_import = nullptr;
};

}  // namespace app
