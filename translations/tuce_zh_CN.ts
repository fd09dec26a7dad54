<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Find a command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Select the features first, then link them to a clause.</source>
        <translation>请先选中要素，再关联条款。</translation>
    </message>
    <message>
        <source>The plan has no clauses yet. Import a document first.</source>
        <translation>方案还没有条款，请先导入文件。</translation>
    </message>
    <message>
        <source>Import a document…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>&amp;Add layers…</source>
        <translation>添加图层(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Style…</source>
        <translation>样式(&amp;S)…</translation>
    </message>
    <message>
        <source>Attribute &amp;table</source>
        <translation>属性表(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Export the layer…</source>
        <translation>导出图层(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Remove the layer</source>
        <translation>移除图层(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Import a document…</source>
        <translation>导入文件(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Link the selected features to a clause…</source>
        <translation>把选中要素关联到条款(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;New sheet…</source>
        <translation>新建图幅(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Edit the sheets…</source>
        <translation>编辑图幅(&amp;E)…</translation>
    </message>
    <message>
        <source>E&amp;xport sheets…</source>
        <translation>导出图幅(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Export the findings…</source>
        <translation>导出核查发现(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>新建项目(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>关闭项目(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Delete features</source>
        <translation>删除要素(&amp;D)</translation>
    </message>
    <message>
        <source>D&amp;uplicate features</source>
        <translation>复制要素(&amp;U)</translation>
    </message>
    <message>
        <source>Select &amp;all in the layer</source>
        <translation>全选本图层(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>取消选择(&amp;N)</translation>
    </message>
    <message>
        <source>Zoom to the &amp;selection</source>
        <translation>缩放到选中(&amp;S)</translation>
    </message>
    <message>
        <source>Zoom to the current &amp;layer</source>
        <translation>缩放到当前图层(&amp;L)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy the map as a picture</source>
        <translation>复制地图为图片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Map only</source>
        <translation>仅显示地图(&amp;M)</translation>
    </message>
    <message>
        <source>Loc&amp;k the panels</source>
        <translation>锁定面板(&amp;K)</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation>跟随系统配色</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Workspace: layout</source>
        <translation>工作区：布局编辑</translation>
    </message>
    <message>
        <source>Workspace: conflicts</source>
        <translation>工作区：冲突核查</translation>
    </message>
    <message>
        <source>Workspace: sheets</source>
        <translation>工作区：出图</translation>
    </message>
    <message>
        <source>Empty the cache</source>
        <translation>清空缓存</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>选择(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>平移(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Vertices</source>
        <translation>节点(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>移动(&amp;M)</translation>
    </message>
    <message>
        <source>Draw &amp;area</source>
        <translation>绘制面(&amp;A)</translation>
    </message>
    <message>
        <source>Draw &amp;line</source>
        <translation>绘制线(&amp;L)</translation>
    </message>
    <message>
        <source>Draw p&amp;oint</source>
        <translation>绘制点(&amp;O)</translation>
    </message>
    <message>
        <source>Measure l&amp;ength</source>
        <translation>量测长度(&amp;E)</translation>
    </message>
    <message>
        <source>Measure a&amp;rea</source>
        <translation>量测面积(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Check all</source>
        <translation>核查全部(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Stop the check</source>
        <translation>停止核查(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;nap</source>
        <translation>捕捉(&amp;N)</translation>
    </message>
    <message>
        <source>Zoom to the &amp;plan</source>
        <translation>缩放到规划范围(&amp;P)</translation>
    </message>
    <message>
        <source>Zoom to &amp;all layers</source>
        <translation>缩放到全部图层(&amp;A)</translation>
    </message>
    <message>
        <source>Reset the panels</source>
        <translation>重置面板</translation>
    </message>
    <message>
        <source>&amp;Unlink the selected features from the clause</source>
        <translation>解除所选要素与该条款的关联(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Approve…</source>
        <translation>认可(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Withdraw the approval</source>
        <translation>撤回认可(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Make a sheet of it…</source>
        <translation>出图(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Copy the findings as a table</source>
        <translation>复制核查结果为表格(&amp;C)</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>The plan has no layout layer to draw into yet.</source>
        <translation>方案里还没有可供绘制的布局图层。</translation>
    </message>
    <message>
        <source>New layout layer</source>
        <translation>新建布局图层</translation>
    </message>
    <message>
        <source>&amp;New layout layer</source>
        <translation>新建布局图层(&amp;N)</translation>
    </message>
    <message>
        <source>Detached: the shape stays and is now yours alone to change.</source>
        <translation>已脱离方案：形状保留，以后只由手工修改。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>D&amp;etach from the scheme</source>
        <translation>脱离方案(&amp;E)</translation>
    </message>
    <message>
        <source>Copying the map</source>
        <translation>正在复制地图</translation>
    </message>
    <message>
        <source>The map is on the clipboard: %1 × %2 pixels, %3 dpi.</source>
        <translation>地图已复制到剪贴板：%1 × %2 像素，%3 dpi。</translation>
    </message>
    <message>
        <source>The project now holds the record of check %1.</source>
        <translation>项目已存入核查 %1 的记录。</translation>
    </message>
    <message>
        <source>&amp;Keep the record of this check in the project</source>
        <translation>将本次核查的记录存入项目(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Delete the kept index</source>
        <translation>删除保存的索引(&amp;D)</translation>
    </message>
    <message>
        <source>The reason is kept in the project and printed in the report. It holds for this very disagreement, and can be withdrawn.</source>
        <translation>理由保存在方案中，并写入报告。只对这一处不一致有效，可以撤回。</translation>
    </message>
    <message>
        <source>Compare map and &amp;text</source>
        <translation>图文一致比对(&amp;T)</translation>
    </message>
    <message>
        <source>Approve the d&amp;isagreement…</source>
        <translation>认可该不一致(&amp;I)…</translation>
    </message>
    <message>
        <source>Withdraw the approval of the disagreement</source>
        <translation>撤回对该不一致的认可</translation>
    </message>
    <message>
        <source>Copy the disagreements as a table</source>
        <translation>把不一致之处复制为表格</translation>
    </message>
    <message>
        <source>The reason is kept in the project and printed in the report. It holds as long as the overlap stays the same, and can be withdrawn.</source>
        <translation>理由存入项目并印入报告；压占不变则一直有效，也可撤回。</translation>
    </message>
    <message>
        <source>Export map and text…</source>
        <translation>导出图文一致结果…</translation>
    </message>
    <message>
        <source>The small pictures of recent plans are deleted.</source>
        <translation>最近方案的缩略图已删除。</translation>
    </message>
    <message>
        <source>&amp;Place names of your own…</source>
        <translation>自有地名(&amp;P)…</translation>
    </message>
    <message>
        <source>Keep label &amp;here</source>
        <translation>固定标注(&amp;H)</translation>
    </message>
    <message>
        <source>Place label &amp;automatically</source>
        <translation>恢复自动标注(&amp;A)</translation>
    </message>
    <message>
        <source>Hide this la&amp;bel</source>
        <translation>隐藏此标注(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;New element from words…</source>
        <translation>由原文新建要素(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Register of elements</source>
        <translation>要素清单(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit element…</source>
        <translation>编辑要素(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>标注(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Mark this view</source>
        <translation>标记当前视图(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Bookmarks…</source>
        <translation>书签(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Graticule</source>
        <translation>经纬网(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Kilometre grid</source>
        <translation>公里网(&amp;K)</translation>
    </message>
    <message>
        <source>Map in the CGCS2000 &amp;zone of the plan</source>
        <translation>按规划范围选 CGCS2000 分带(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Status, figures and relations…</source>
        <translation>状态、指标与关系(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>CheckResults</name>
    <message>
        <source>the layer %1 has another name</source>
        <translation>图层%1已改名</translation>
    </message>
    <message>
        <source>the rule of %1 was changed</source>
        <translation>%1的规则已改</translation>
    </message>
    <message>
        <source>%1 takes ids or names from another field</source>
        <translation>%1的编号或名称字段已换</translation>
    </message>
    <message>
        <source>features of %1 were changed</source>
        <translation>%1的要素已改</translation>
    </message>
    <message>
        <source>the layer %1 is new</source>
        <translation>图层%1为新增</translation>
    </message>
    <message>
        <source>the layer %1 is gone</source>
        <translation>图层%1已移除</translation>
    </message>
</context>
<context>
    <name>DrawTool</name>
    <message>
        <source>Click where the point goes</source>
        <translation>单击放置点</translation>
    </message>
    <message>
        <source>Click vertices; Backspace takes the last one back; Enter, right or double click ends; Esc cancels</source>
        <translation>单击添加节点；退格撤回上一点；回车、右键或双击结束；Esc 取消</translation>
    </message>
    <message>
        <source>A line needs at least two vertices.</source>
        <translation>线至少需要两个节点。</translation>
    </message>
    <message>
        <source>An area needs at least three vertices.</source>
        <translation>面至少需要三个节点。</translation>
    </message>
</context>
<context>
    <name>ExportFindings</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Report to read and print (*.html)</source>
        <translation>可阅读打印的报告 (*.html)</translation>
    </message>
    <message>
        <source>Text table (*.csv)</source>
        <translation>文本表格 (*.csv)</translation>
    </message>
    <message>
        <source>GeoPackage with the pieces (*.gpkg)</source>
        <translation>含压占图形的 GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the findings</source>
        <translation>导出核查发现</translation>
    </message>
    <message>
        <source>Exporting the findings</source>
        <translation>正在导出核查发现</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>已写出 %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Export map and text</source>
        <translation>导出图文一致结果</translation>
    </message>
</context>
<context>
    <name>FindingDetail</name>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Share of the plan feature</source>
        <translation>占方案要素比例</translation>
    </message>
    <message>
        <source>Share of the control feature</source>
        <translation>占控制线图斑比例</translation>
    </message>
    <message>
        <source>Mean width (2A/P)</source>
        <translation>平均宽度(2A/P)</translation>
    </message>
    <message>
        <source>Compactness (4πA/P²)</source>
        <translation>紧凑度(4πA/P²)</translation>
    </message>
    <message>
        <source>Sliver by</source>
        <translation>碎面，因</translation>
    </message>
    <message>
        <source>area and mean width</source>
        <translation>面积与平均宽度</translation>
    </message>
    <message>
        <source>mean width</source>
        <translation>平均宽度</translation>
    </message>
    <message>
        <source>area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Rule by kind</source>
        <translation>按种类的规则</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Plan feature, field %1</source>
        <translation>方案要素，字段 %1</translation>
    </message>
    <message>
        <source>Control feature, field %1</source>
        <translation>控制线图斑，字段 %1</translation>
    </message>
    <message>
        <source>%1 stated, %2 measured, difference %3</source>
        <translation>所载 %1，量算 %2，相差 %3</translation>
    </message>
    <message>
        <source>Passages, along the control line</source>
        <translation>进出点(沿控制线)</translation>
    </message>
    <message>
        <source>Passages, along the line</source>
        <translation>进出点(沿线)</translation>
    </message>
    <message>
        <source>at %1 · %2</source>
        <translation>桩号 %1 · %2</translation>
    </message>
    <message>
        <source>Stretches inside</source>
        <translation>线内各段</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>自 %1 至 %2</translation>
    </message>
    <message>
        <source>and %1 more; all are in the exported table</source>
        <translation>另有 %1 条，全部见导出的表</translation>
    </message>
    <message>
        <source>Approval lapsed</source>
        <translation>认可已失效</translation>
    </message>
    <message>
        <source>It was approved</source>
        <translation>曾认可</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已认可</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>认可人</translation>
    </message>
    <message>
        <source>In the check</source>
        <translation>所据核查</translation>
    </message>
    <message>
        <source>enters</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>meets</source>
        <translation>相交</translation>
    </message>
</context>
<context>
    <name>LabelTool</name>
    <message>
        <source>Drag a name to where it shall stay; turn it by its handle or [ and ]; Delete hides it; Backspace lets it find its own place again</source>
        <translation>把标注拖到要固定的位置;拖手柄或按 [ ] 旋转;Delete 隐藏;Backspace 恢复自动</translation>
    </message>
</context>
<context>
    <name>LiveReadout</name>
    <message>
        <source>%1 since the drag began</source>
        <translation>%1(较拖动前)</translation>
    </message>
    <message>
        <source>No conflict</source>
        <translation>没有冲突</translation>
    </message>
    <message>
        <source>Outside %1</source>
        <translation>在 %1 之外</translation>
    </message>
    <message>
        <source>Crosses %1</source>
        <translation>压占 %1</translation>
    </message>
    <message>
        <source>%1 of the feature</source>
        <translation>占要素 %1</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>规模</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>暂不计算</translation>
    </message>
    <message>
        <source>Numbers come back as soon as it no longer does.</source>
        <translation>修正后恢复计算。</translation>
    </message>
    <message>
        <source>In %1, for information</source>
        <translation>位于 %1 内（仅提示）</translation>
    </message>
</context>
<context>
    <name>MapDecorations</name>
    <message>
        <source>N</source>
        <translation>北</translation>
    </message>
</context>
<context>
    <name>MapGrids</name>
    <message>
        <source>Graticule %1</source>
        <translation>经纬网 %1</translation>
    </message>
    <message>
        <source>Kilometre grid %1 · %2</source>
        <translation>公里网 %1 · %2</translation>
    </message>
    <message>
        <source>CGCS2000 · %1° zone %2 · %3°E</source>
        <translation>CGCS2000 · %1° 带第 %2 带 · %3°E</translation>
    </message>
</context>
<context>
    <name>MeasureTool</name>
    <message>
        <source>Click along a line; double click ends; Ctrl+C copies; Esc clears</source>
        <translation>沿线单击；双击结束；Ctrl+C 复制；Esc 清除</translation>
    </message>
    <message>
        <source>Click around an area; double click ends; Ctrl+C copies; Esc clears</source>
        <translation>沿边界单击；双击结束；Ctrl+C 复制；Esc 清除</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Length (geodesic)</source>
        <translation>长度(大地线)</translation>
    </message>
    <message>
        <source>Area (ellipsoid)</source>
        <translation>面积(椭球面)</translation>
    </message>
</context>
<context>
    <name>MoveTool</name>
    <message>
        <source>Drag the selected features; hold Ctrl at the end to leave a copy; Delete removes them</source>
        <translation>拖动选中的要素；松开时按住 Ctrl 则复制；Delete 删除</translation>
    </message>
</context>
<context>
    <name>NameKinds</name>
    <message>
        <source>Place</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>Administrative unit</source>
        <translation>行政区</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Abbreviation</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>River</source>
        <translation>河流</translation>
    </message>
    <message>
        <source>Mountain</source>
        <translation>山脉</translation>
    </message>
    <message>
        <source>Reservoir</source>
        <translation>水库</translation>
    </message>
    <message>
        <source>Railway</source>
        <translation>铁路</translation>
    </message>
    <message>
        <source>Road</source>
        <translation>公路</translation>
    </message>
    <message>
        <source>Airport</source>
        <translation>机场</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>港口</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>枢纽</translation>
    </message>
    <message>
        <source>Development zone</source>
        <translation>开发区</translation>
    </message>
    <message>
        <source>Sight</source>
        <translation>旅游地</translation>
    </message>
    <message>
        <source>Water works</source>
        <translation>水利工程</translation>
    </message>
    <message>
        <source>Energy works</source>
        <translation>能源设施</translation>
    </message>
</context>
<context>
    <name>PaletteSources</name>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Go to these coordinates</source>
        <translation>转到该坐标</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地名</translation>
    </message>
</context>
<context>
    <name>PanTool</name>
    <message>
        <source>Drag the map</source>
        <translation>拖动地图</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Documents and clauses</source>
        <translation>文件与条款</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>核查发现</translation>
    </message>
    <message>
        <source>Attribute table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>Map and text</source>
        <translation>图文一致</translation>
    </message>
    <message>
        <source>Element editor</source>
        <translation>要素编辑</translation>
    </message>
    <message>
        <source>Layout elements</source>
        <translation>布局要素清单</translation>
    </message>
</context>
<context>
    <name>PlaceGuide</name>
    <message>
        <source>No layer of this plan has %1; add one with its name to see it.</source>
        <translation>方案的图层中没有%1；添加含该名称的图层后即可查看。</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>Boundaries</source>
        <translation>行政界线</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Control lines</source>
        <translation>控制线</translation>
    </message>
    <message>
        <source>Basemap</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Ecological red line</source>
        <translation>生态保护红线</translation>
    </message>
    <message>
        <source>Permanent basic farmland</source>
        <translation>永久基本农田</translation>
    </message>
    <message>
        <source>Urban development boundary</source>
        <translation>城镇开发边界</translation>
    </message>
    <message>
        <source>Other control line</source>
        <translation>其他控制线</translation>
    </message>
    <message>
        <source>Must stay out</source>
        <translation>禁止占用</translation>
    </message>
    <message>
        <source>Must stay inside</source>
        <translation>须在界内</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>仅提示</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>压占</translation>
    </message>
    <message>
        <source>Sliver</source>
        <translation>碎面</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>邻近</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>界外</translation>
    </message>
    <message>
        <source>Element id</source>
        <translation>要素编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Layer code</source>
        <translation>图层代码</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Carriers</source>
        <translation>载体</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Schematic</source>
        <translation>示意</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>生成方式</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Division code</source>
        <translation>区划代码</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Parent code</source>
        <translation>上级代码</translation>
    </message>
    <message>
        <source>Implementation</source>
        <translation>落实</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>End</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>By way of</source>
        <translation>途经</translation>
    </message>
    <message>
        <source>Along it</source>
        <translation>沿走向</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>所在地</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>合作方</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message>
        <source>%1 ha</source>
        <translation>%1 公顷</translation>
    </message>
    <message>
        <source>%1 mu</source>
        <translation>%1 亩</translation>
    </message>
</context>
<context>
    <name>SchemeWords</name>
    <message>
        <source>measured</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>lower bound</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>about</source>
        <translation>约数</translation>
    </message>
    <message>
        <source>target in words</source>
        <translation>定性目标</translation>
    </message>
    <message>
        <source>is part of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>is the same as</source>
        <translation>即</translation>
    </message>
    <message>
        <source>runs along</source>
        <translation>沿</translation>
    </message>
    <message>
        <source>serves</source>
        <translation>服务于</translation>
    </message>
    <message>
        <source>links</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>covers</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>monitors</source>
        <translation>监测</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
</context>
<context>
    <name>SelectTool</name>
    <message>
        <source>Click a feature; drag a box over features of the current layer; Shift adds or takes away</source>
        <translation>单击要素；拖框选择当前图层的要素；Shift 增减</translation>
    </message>
</context>
<context>
    <name>Sketch</name>
    <message>
        <source>The outline crosses itself</source>
        <translation>边线自相交</translation>
    </message>
    <message>
        <source>The outline crosses itself. The check works on a repaired copy; better move a vertex, or undo.</source>
        <translation>边线自相交。核查将在修复的副本上进行，建议移动节点或撤销。</translation>
    </message>
</context>
<context>
    <name>VertexTool</name>
    <message>
        <source>Click the feature whose vertices you want to edit</source>
        <translation>单击要编辑节点的要素</translation>
    </message>
    <message>
        <source>Drag a vertex; double-click an edge to add one; click a vertex and press Delete to remove it</source>
        <translation>拖动节点；双击边增加节点；单击节点后按 Delete 删除</translation>
    </message>
</context>
<context>
    <name>app::ActionRegistry</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>图层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Draw</source>
        <translation>绘制(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>核查(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lauses</source>
        <translation>条款(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Sheets</source>
        <translation>图幅(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>app::AddLayerDialog</name>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>线</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>面</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Add layers</source>
        <translation>添加图层</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>FileGDB…</source>
        <translation>FileGDB…</translation>
    </message>
    <message>
        <source>Layers of the files</source>
        <translation>文件中的图层</translation>
    </message>
    <message>
        <source>Files to add</source>
        <translation>要添加的文件</translation>
    </message>
    <message>
        <source>A FileGDB folder (.gdb)</source>
        <translation>FileGDB 文件夹 (.gdb)</translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>Add %1 layers</source>
        <translation>添加 %1 个图层</translation>
    </message>
    <message>
        <source>Adding layers</source>
        <translation>正在添加图层</translation>
    </message>
    <message>
        <source>raster</source>
        <translation>栅格</translation>
    </message>
    <message>
        <source>Choose files, or drop them here: Shapefile, GeoPackage, GeoJSON, FileGDB, KML, DXF, CSV with coordinates, GeoTIFF.</source>
        <translation>选择文件，或拖到这里：Shapefile、GeoPackage、GeoJSON、FileGDB、KML、DXF、带坐标的 CSV、GeoTIFF。</translation>
    </message>
    <message>
        <source>Geodata (*.shp *.gpkg *.geojson *.json *.kml *.dxf *.csv *.fgb *.tif *.tiff);;All files (*)</source>
        <translation>地理数据 (*.shp *.gpkg *.geojson *.json *.kml *.dxf *.csv *.fgb *.tif *.tiff);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n map sheet(s) show layers of their own, not what was added.</source>
        <translation>
            <numerusform>有 %n 幅图使用自选图层，不含刚添加的内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show it there too</source>
        <translation>也加入这些图幅</translation>
    </message>
</context>
<context>
    <name>app::ApproveDialog</name>
    <message>
        <source>Approve findings</source>
        <translation>认可核查发现</translation>
    </message>
    <message>
        <source>Why it may stay: the approval it rests on, its number and date</source>
        <translation>认可的理由：所依据的批复、文号和日期</translation>
    </message>
    <message>
        <source>Name or office (optional)</source>
        <translation>姓名或单位(可不填)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>认可人</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>认可</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
</context>
<context>
    <name>app::AttributeTableModel</name>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
</context>
<context>
    <name>app::AttributeTablePanel</name>
    <message>
        <source>Attribute table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>This layer has no features.</source>
        <translation>该图层没有要素。</translation>
    </message>
    <message>
        <source>Zoom to selection</source>
        <translation>缩放到选中</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%2 行中的 %1 行</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The selected rows, or all of them, as a table for Word and Excel</source>
        <translation>把选中的行（未选则全部）复制为表格，可粘贴到 Word、WPS 和 Excel</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are on the clipboard.</source>
        <translation>
            <numerusform>已复制 %n 行到剪贴板。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::AuditModel</name>
    <message>
        <source>Without a clause</source>
        <translation>未涉及条款</translation>
    </message>
    <message>
        <source>Without a feature</source>
        <translation>未涉及要素</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已认可</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>About</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>app::AuditPanel</name>
    <message>
        <source>Where map and text disagree</source>
        <translation>图文不一致之处</translation>
    </message>
    <message>
        <source>Grouped by matter</source>
        <translation>按事项分组</translation>
    </message>
    <message>
        <source>Grouped by clause</source>
        <translation>按条款分组</translation>
    </message>
    <message>
        <source>Grouped by feature</source>
        <translation>按要素分组</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Open without notes</source>
        <translation>待处理(不含提示)</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已认可</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Search places, features, clauses</source>
        <translation>搜索地名、要素、条款</translation>
    </message>
    <message>
        <source>Details of the finding</source>
        <translation>发现的详情</translation>
    </message>
    <message>
        <source>Build its element…</source>
        <translation>从方案生成…</translation>
    </message>
    <message>
        <source>%1 open, %2 approved</source>
        <translation>待处理 %1 项，已认可 %2 项</translation>
    </message>
    <message>
        <source>There is nothing to compare yet. Import a document and link features to its clauses; then this list says where map and text disagree.</source>
        <translation>还没有可比对的内容。导入文件并把要素与条款关联后，这里会列出图文不一致之处。</translation>
    </message>
    <message>
        <source>No disagreement between map and text was found in what is linked and imported.</source>
        <translation>在已关联和已导入的内容中，未发现图文不一致。</translation>
    </message>
    <message>
        <source>Approved:</source>
        <translation>已认可：</translation>
    </message>
    <message>
        <source>Link the selected features…</source>
        <translation>关联所选要素…</translation>
    </message>
    <message>
        <source>Link to a clause…</source>
        <translation>关联到条款…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n findings are on the clipboard.</source>
        <translation>
            <numerusform>已复制 %n 条核查结果到剪贴板。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show both sides</source>
        <translation>图文对照</translation>
    </message>
</context>
<context>
    <name>app::BasisSection</name>
    <message>
        <source>Policy basis</source>
        <translation>政策依据</translation>
    </message>
    <message>
        <source>＋ Link</source>
        <translation>＋ 关联</translation>
    </message>
    <message>
        <source>Link the selected features to a clause</source>
        <translation>把选中要素关联到条款</translation>
    </message>
    <message>
        <source>Rests on no clause yet. Link one, drag a clause onto the feature, or drag the chain above onto a clause.</source>
        <translation>尚未关联依据条款。可点关联，或将条款拖到要素上，或将上方链条图标拖到条款上。</translation>
    </message>
</context>
<context>
    <name>app::BookmarksDialog</name>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Mark this view</source>
        <translation>标记当前视图</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Nothing is marked yet. Move the map to a place and mark it.</source>
        <translation>还没有书签。把地图移到要标记的位置,再点“标记当前视图”。</translation>
    </message>
    <message>
        <source>Click to go there; F2 renames.</source>
        <translation>单击即可前往;按 F2 改名。</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>位置 %1</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>全部删除</translation>
    </message>
</context>
<context>
    <name>app::CheckResults</name>
    <message>
        <source>There is nothing to check against: add a control layer first.</source>
        <translation>没有可比对的控制线：请先添加控制线图层。</translation>
    </message>
    <message>
        <source>There is nothing to check: add a layout layer first.</source>
        <translation>没有可核查的布局：请先添加布局图层。</translation>
    </message>
    <message>
        <source>Checking the plan</source>
        <translation>正在核查方案</translation>
    </message>
    <message>
        <source>the file of %1 was changed; open the project again to read it</source>
        <translation>%1的文件已改动，请重新打开项目以读入</translation>
    </message>
    <message>
        <source>%1 of %2 features were checked again; nothing changed for the others.</source>
        <translation>重新核查了 %2 个要素中的 %1 个，其余没有变化。</translation>
    </message>
    <message>
        <source>what was kept of the large layers does not match their files; check again</source>
        <translation>为大图层保存的索引与其文件不符，请重新核查</translation>
    </message>
    <message>
        <source>Keeping the index of large layers</source>
        <translation>正在保存大图层的索引</translation>
    </message>
    <message>
        <source>The kept index was deleted; the next check makes it anew.</source>
        <translation>已删除保存的索引；下次核查时会重新建立。</translation>
    </message>
    <message>
        <source>Cutting the pieces</source>
        <translation>正在切割图块</translation>
    </message>
</context>
<context>
    <name>app::ClassEditor</name>
    <message>
        <source>Name in the legend</source>
        <translation>图例名称</translation>
    </message>
    <message>
        <source>Value of the field</source>
        <translation>字段值</translation>
    </message>
    <message>
        <source>Least number of the class</source>
        <translation>本级下限</translation>
    </message>
    <message>
        <source>Greatest number of the class</source>
        <translation>本级上限</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>e.g. population &gt;= 50 and level in ('city', 'county')</source>
        <translation>例: population &gt;= 50 and level in ('市', '县')</translation>
    </message>
    <message>
        <source>Fields, numbers and 'texts' with = &lt;&gt; &lt; &lt;= &gt; &gt;=, in (…), like, is null, and, or, not. A feature belongs to the first class that fits.</source>
        <translation>字段、数值与 '文本'，可用 = &lt;&gt; &lt; &lt;= &gt; &gt;=、in (…)、like、is null、and、or、not。要素归入自上而下第一个符合的类。</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>The limits must be numbers.</source>
        <translation>上下限须为数值。</translation>
    </message>
    <message>
        <source>The layer has no field “%1”; it counts as empty. Texts stand in 'single quotes'.</source>
        <translation>图层没有字段“%1”，按空值处理。文本请用英文单引号括起。</translation>
    </message>
</context>
<context>
    <name>app::ClassingEditor</name>
    <message>
        <source>One symbol</source>
        <translation>单一符号</translation>
    </message>
    <message>
        <source>Classes by value</source>
        <translation>按值分类</translation>
    </message>
    <message>
        <source>Classes of numbers</source>
        <translation>按数值分级</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>Kind of style</source>
        <translation>样式类型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Field of the classes</source>
        <translation>分类字段</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Natural breaks</source>
        <translation>自然断点</translation>
    </message>
    <message>
        <source>Equal intervals</source>
        <translation>等间距</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>分位数</translation>
    </message>
    <message>
        <source>Round numbers</source>
        <translation>整数分级</translation>
    </message>
    <message>
        <source>How numbers are classed</source>
        <translation>分级方法</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>级数</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Colours of the classes</source>
        <translation>分类配色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>by colour</source>
        <translation>按颜色</translation>
    </message>
    <message>
        <source>by size</source>
        <translation>按大小</translation>
    </message>
    <message>
        <source>by colour and size</source>
        <translation>按颜色和大小</translation>
    </message>
    <message>
        <source>How classes differ</source>
        <translation>各级区分方式</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Choose a field…</source>
        <translation>选择字段…</translation>
    </message>
</context>
<context>
    <name>app::ClauseNameDialog</name>
    <message>
        <source>Number and heading of the clause</source>
        <translation>条款的编号与标题</translation>
    </message>
    <message>
        <source>Begin a new clause</source>
        <translation>另立一条</translation>
    </message>
    <message>
        <source>As printed; may stay empty</source>
        <translation>按原文填写，可留空</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>可留空</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Kept with the project and made again when the document is imported anew.</source>
        <translation>随方案保存，重新导入文件时自动再次应用。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>app::ClauseReader</name>
    <message>
        <source>Text of the clause</source>
        <translation>条款正文</translation>
    </message>
    <message>
        <source>A summary of ours. Import the document to read its own words.</source>
        <translation>此为本软件所写摘要。导入文件后可读原文。</translation>
    </message>
    <message>
        <source>Places:</source>
        <translation>地名:</translation>
    </message>
    <message>
        <source>Pick a clause to read it and to see its features.</source>
        <translation>选择条款即可阅读,并在图上看到相关要素。</translation>
    </message>
    <message>
        <source>Features:</source>
        <translation>关联要素：</translation>
    </message>
    <message>
        <source>Link the selected features to these words…</source>
        <translation>把所选要素关联到这些文字…</translation>
    </message>
    <message>
        <source>Begin a new clause with these words…</source>
        <translation>从这些文字起另立一条…</translation>
    </message>
    <message>
        <source>The clause goes on; search finds all of it.</source>
        <translation>条款较长，此处未全部显示；搜索可查到全部内容。</translation>
    </message>
    <message>
        <source>%1 stretches in no clause; the others stand behind their clauses.</source>
        <translation>共%1处不属于任何条款，其余见各条款之后。</translation>
    </message>
    <message>
        <source>Line %1, %2 characters before the first clause:</source>
        <translation>第%1行起%2字，在第一条之前：</translation>
    </message>
    <message>
        <source>Line %1, %2 characters in no clause:</source>
        <translation>第%1行起%2字，不属于任何条款：</translation>
    </message>
    <message>
        <source>Take into the clause before</source>
        <translation>归入前一条</translation>
    </message>
    <message>
        <source>Make a clause of it…</source>
        <translation>另立为一条…</translation>
    </message>
</context>
<context>
    <name>app::ClausesModel</name>
    <message>
        <source>%1 features</source>
        <translation>%1 个要素</translation>
    </message>
</context>
<context>
    <name>app::ClausesPanel</name>
    <message>
        <source>Documents and clauses</source>
        <translation>文件与条款</translation>
    </message>
    <message>
        <source>No policy document yet. Import the text of a document to link features to its clauses.</source>
        <translation>还没有政策文件。导入文件文本后，即可把要素关联到条款。</translation>
    </message>
    <message>
        <source>Import a document…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import your own text of a document</source>
        <translation>导入自己手中的文件文本</translation>
    </message>
    <message>
        <source>Search headings, numbers, places, text</source>
        <translation>搜索标题、编号、地名、正文</translation>
    </message>
    <message>
        <source>%1 documents · %2 clauses</source>
        <translation>%1 份文件 · %2 条</translation>
    </message>
    <message>
        <source>Show its features</source>
        <translation>显示其要素</translation>
    </message>
    <message>
        <source>Link the selected features…</source>
        <translation>关联选中的要素…</translation>
    </message>
    <message>
        <source>All clauses</source>
        <translation>全部条款</translation>
    </message>
    <message>
        <source>With features</source>
        <translation>已关联要素</translation>
    </message>
    <message>
        <source>Without features</source>
        <translation>未关联要素</translation>
    </message>
    <message>
        <source>Joined to the clause before.</source>
        <translation>已并入上一条款。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Number and heading…</source>
        <translation>编号与标题…</translation>
    </message>
    <message>
        <source>Not a clause of its own: join to the one before</source>
        <translation>不是独立条款：并入上一条</translation>
    </message>
    <message>
        <source>Make an element of it…</source>
        <translation>由此新建要素…</translation>
    </message>
    <message>
        <source>Import its text…</source>
        <translation>导入其文本…</translation>
    </message>
    <message>
        <source>Import its text again…</source>
        <translation>重新导入其文本…</translation>
    </message>
    <message>
        <source>Take the document out of the plan</source>
        <translation>将文件移出规划</translation>
    </message>
    <message>
        <source>“%1” is taken out of the plan.</source>
        <translation>已将“%1”移出规划。</translation>
    </message>
    <message>
        <source>“%1” is taken out of the plan; %2 links have lost their clause (see audit).</source>
        <translation>已将“%1”移出规划；%2 条关联失去条款（见图文一致比对）。</translation>
    </message>
    <message>
        <source>No clause found</source>
        <translation>没有找到条款</translation>
    </message>
    <message>
        <source>%1 of %2 clauses</source>
        <translation>%1 条，共 %2 条</translation>
    </message>
    <message>
        <source>Taken into the clause before.</source>
        <translation>已归入前一条。</translation>
    </message>
</context>
<context>
    <name>app::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Search commands, layers, clauses, places, coordinates</source>
        <translation>搜索命令、图层、条款、地名、坐标</translation>
    </message>
</context>
<context>
    <name>app::ConflictsSection</name>
    <message>
        <source>Control lines taken</source>
        <translation>占用控制线</translation>
    </message>
    <message>
        <source>live · %1 ms</source>
        <translation>实时 · %1 毫秒</translation>
    </message>
    <message>
        <source>Select a layout feature to see what it takes of each control line.</source>
        <translation>选中布局要素，即可看到它占用各控制线的情况。</translation>
    </message>
    <message>
        <source>The plan has no control line. Add a red-line layer to check against.</source>
        <translation>方案没有控制线。请添加红线图层以供核查。</translation>
    </message>
    <message>
        <source>%1 of the feature</source>
        <translation>占要素 %1</translation>
    </message>
    <message>
        <source>crosses %1 times</source>
        <translation>穿越 %1 次</translation>
    </message>
    <message>
        <source>%1: no number until it no longer does.</source>
        <translation>%1，修正之前不计算面积。</translation>
    </message>
    <message>
        <source>The numbers come as soon as the drawing has a shape.</source>
        <translation>图形成形后即显示数值。</translation>
    </message>
    <message>
        <source>by its kind</source>
        <translation>按其种类</translation>
    </message>
</context>
<context>
    <name>app::ElementDialog</name>
    <message>
        <source>New feature</source>
        <translation>新要素</translation>
    </message>
    <message>
        <source>Into layer “%1”</source>
        <translation>绘入图层“%1”</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>no kind</source>
        <translation>无类别</translation>
    </message>
</context>
<context>
    <name>app::ElementEditor</name>
    <message>
        <source>New element</source>
        <translation>新建要素</translation>
    </message>
    <message>
        <source>%1 elements</source>
        <translation>%1 个要素</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>not printed in the clause</source>
        <translation>条款中未写明</translation>
    </message>
    <message>
        <source>supporting</source>
        <translation>辅助</translation>
    </message>
    <message>
        <source>as usual for the kind: %1 km</source>
        <translation>按该类默认:%1 千米</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>A new layer</source>
        <translation>新建图层</translation>
    </message>
    <message>
        <source>added by hand</source>
        <translation>手工添加</translation>
    </message>
    <message>
        <source>Click the river, railway or road that the element runs along; Esc gives up</source>
        <translation>点选要素所沿的河流、铁路或公路；Esc 取消</translation>
    </message>
    <message>
        <source>No named line of a boundary or base map layer is there.</source>
        <translation>此处没有行政区或底图图层的有名称的线。</translation>
    </message>
    <message>
        <source>%1 is in the list already.</source>
        <translation>%1 已在列表中。</translation>
    </message>
    <message>
        <source>chosen on the map, layer %1</source>
        <translation>图上选取，图层 %1</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Tick places or a carrier; the shape then shows on the map.</source>
        <translation>请勾选成员或载体，图形即显示在地图上。</translation>
    </message>
    <message>
        <source>Building…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>and %1 more warnings</source>
        <translation>另有 %1 条提示</translation>
    </message>
    <message>
        <source> km</source>
        <translation> 千米</translation>
    </message>
    <message>
        <source>Make an element of the words of a paper, or double-click one in the register. To change one that is drawn, select it and choose Edit element.</source>
        <translation>由文件原文新建要素，或在要素清单中双击一项。修改已绘要素：选中后点“编辑要素”。</translation>
    </message>
    <message>
        <source>Replace the shape made by hand</source>
        <translation>替换手工修改的形状</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>Carriers</source>
        <translation>载体</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Into layer</source>
        <translation>放入图层</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Choose a line on the map</source>
        <translation>在图上选取载体</translation>
    </message>
    <message>
        <source>What the paper says</source>
        <translation>文件原文</translation>
    </message>
    <message>
        <source>Press Esc once more to give up what was entered here.</source>
        <translation>再按一次 Esc 放弃此处已输入的内容。</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>等级 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n figures</source>
        <translation>
            <numerusform>%n 项指标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relations</source>
        <translation>
            <numerusform>%n 项关系</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed elements</source>
        <translation>改动的要素</translation>
    </message>
    <message>
        <source>A part of this element was changed by hand after it was built, or was built by an older version that did not note it. Rebuilding replaces its shapes; what was made by hand is kept beside and can be taken back.</source>
        <translation>该要素生成后有部分经手工修改,或由未记录此事的旧版本生成。重新生成将替换其形状;手工形状另行保留,可随时取回。</translation>
    </message>
    <message>
        <source>Status, figures, relations…</source>
        <translation>状态、指标与关系…</translation>
    </message>
</context>
<context>
    <name>app::ElementParts</name>
    <message>
        <source>Add a place: name, Enter</source>
        <translation>添加成员：地名后回车</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>上移（Alt+↑）</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>下移（Alt+↓）</translation>
    </message>
    <message>
        <source>Take out of the list (Delete)</source>
        <translation>从列表移除（Delete）</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Carriers</source>
        <translation>载体</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>载体</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>来由</translation>
    </message>
    <message>
        <source>Add a carrier: name, Enter</source>
        <translation>添加载体：名称后回车</translation>
    </message>
</context>
<context>
    <name>app::ElementPreview</name>
    <message>
        <source>%1 points</source>
        <translation>%1 个点</translation>
    </message>
    <message>
        <source>%1: no shape, %2</source>
        <translation>%1:未能生成,%2</translation>
    </message>
    <message>
        <source>along %1</source>
        <translation>沿 %1</translation>
    </message>
    <message>
        <source>schematic</source>
        <translation>示意</translation>
    </message>
    <message>
        <source>%1 members by their seat</source>
        <translation>%1 个成员以驻地表示</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>and %1 more warnings</source>
        <translation>另有 %1 条提示</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (inferred)</source>
        <translation>%1（推定）</translation>
    </message>
</context>
<context>
    <name>app::ElementProfileDialog</name>
    <message>
        <source>What is said of %1</source>
        <translation>%1 的要素说明</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关联关系</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>On the map, where the name is too long</source>
        <translation>名称过长时用于图上注记</translation>
    </message>
    <message>
        <source>Parted by commas</source>
        <translation>以顿号或逗号分隔</translation>
    </message>
    <message>
        <source>The paper's words for it</source>
        <translation>文件中的表述</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>The element needs a name.</source>
        <translation>要素须有名称。</translation>
    </message>
</context>
<context>
    <name>app::ElementSection</name>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>%1 printed; drawn is %2 % of it</source>
        <translation>文件所载 %1，绘制结果为其 %2 %</translation>
    </message>
    <message>
        <source>Figures and documents</source>
        <translation>指标与文件表述</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>%1 km²</source>
        <translation>%1 平方千米</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 千米</translation>
    </message>
    <message>
        <source> (%1 by their seat: no boundary loaded)</source>
        <translation>（其中 %1 个以驻地表示：未载入边界）</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>文件指标</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation>%1 个成员</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>no longer: %1</source>
        <translation>不再列入：%1</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>各文件表述</translation>
    </message>
    <message>
        <source>%1 (inferred)</source>
        <translation>%1（推定）</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关联关系</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Name, status, rank, figures and relations</source>
        <translation>名称、状态、等级、指标与关系</translation>
    </message>
</context>
<context>
    <name>app::ElementWords</name>
    <message>
        <source>From the picked clause</source>
        <translation>取所选条款</translation>
    </message>
    <message>
        <source>Words of the clause</source>
        <translation>条款文字</translation>
    </message>
    <message>
        <source>Paste or type what the paper says. Places, rivers, railways and roads in it are proposed below.</source>
        <translation>在此粘贴或输入文件原文，其中的地名、河流、铁路、公路会列在下方供选用。</translation>
    </message>
    <message>
        <source>Takes the words of the clause that is picked under Documents and clauses</source>
        <translation>取用“文件与条款”中所选条款的文字</translation>
    </message>
    <message>
        <source>From the clause %1, which is not in the plan.</source>
        <translation>出自条款 %1，本规划未载入该文件。</translation>
    </message>
    <message>
        <source>These words stand in no clause of the plan: nothing will be linked.</source>
        <translation>本规划的文件中没有这段文字，不会建立依据关系。</translation>
    </message>
    <message>
        <source>Will be linked to %1 %2 · %3</source>
        <translation>将关联到 %1 %2 · %3</translation>
    </message>
    <message>
        <source>From %1 %2 · %3</source>
        <translation>出自 %1 %2 · %3</translation>
    </message>
    <message>
        <source>Read for more places and carriers; the links stay as they are.</source>
        <translation>仅据此补充地名和载体，已有关联不变。</translation>
    </message>
</context>
<context>
    <name>app::ExportLayerDialog</name>
    <message>
        <source>Export a layer</source>
        <translation>导出图层</translation>
    </message>
    <message>
        <source>Selected features only</source>
        <translation>仅选中的要素</translation>
    </message>
    <message>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <source>GeoJSON</source>
        <translation>GeoJSON</translation>
    </message>
    <message>
        <source>FlatGeobuf</source>
        <translation>FlatGeobuf</translation>
    </message>
    <message>
        <source>Excel table, without the shapes</source>
        <translation>Excel 表(不含图形)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>导出“%1”</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>A Shapefile cuts field names to 10 bytes: %1. GeoPackage keeps them.</source>
        <translation>Shapefile 会把字段名截到 10 字节：%1。GeoPackage 则保留原名。</translation>
    </message>
    <message>
        <source>Coordinates are written as degrees of WGS 84, as the format asks.</source>
        <translation>按该格式要求，坐标以 WGS 84 经纬度写出。</translation>
    </message>
    <message>
        <source>One row for each feature with its attributes.</source>
        <translation>每个要素一行，含其属性。</translation>
    </message>
    <message>
        <source>Keeps all fields, texts and the coordinate reference system.</source>
        <translation>保留全部字段、文字与坐标参考系。</translation>
    </message>
    <message>
        <source>Replace “%1”?</source>
        <translation>替换“%1”?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>正在导出 %1</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>已写出 %1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Shapefile, texts in %1</source>
        <translation>Shapefile（%1 编码）</translation>
    </message>
    <message>
        <source>For older programs. A .cpg file and the head of the table say that the texts are GBK.</source>
        <translation>供较旧的软件使用。.cpg 文件和属性表文件头都会注明 GBK 编码。</translation>
    </message>
    <message>
        <source>A .cpg file says that the texts are UTF-8.</source>
        <translation>.cpg 文件会注明 UTF-8 编码。</translation>
    </message>
    <message>
        <source>Texts beyond 254 bytes are cut; what was cut or could not be written is listed afterwards.</source>
        <translation>超过 254 字节的文字会被截断；被截断或无法写出的内容会在导出后逐项列出。</translation>
    </message>
</context>
<context>
    <name>app::FactTable</name>
    <message>
        <source>Indicator</source>
        <translation>指标名</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Said as</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Figure %1 does not say what it is of.</source>
        <translation>第 %1 行指标未写指标名。</translation>
    </message>
    <message>
        <source>"%1" is no number (%2).</source>
        <translation>“%1”不是数字（%2）。</translation>
    </message>
    <message>
        <source>"%1" is no year (%2).</source>
        <translation>“%1”不是年份（%2）。</translation>
    </message>
</context>
<context>
    <name>app::FeatureHandle</name>
    <message>
        <source>Drag this onto a clause to link the selected features to it</source>
        <translation>拖到条款上，将所选要素与该条款关联</translation>
    </message>
</context>
<context>
    <name>app::FeaturePanel</name>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Nothing is selected. Click a feature on the map to see its size, its conflicts and its clauses.</source>
        <translation>没有选中要素。单击地图上的要素，即可看到其面积、冲突与条款依据。</translation>
    </message>
    <message>
        <source>New feature</source>
        <translation>新要素</translation>
    </message>
    <message>
        <source>%1 features selected</source>
        <translation>已选中 %1 个要素</translation>
    </message>
    <message>
        <source>Feature %1</source>
        <translation>要素 %1</translation>
    </message>
    <message>
        <source>being drawn · %1</source>
        <translation>正在绘制 · %1</translation>
    </message>
</context>
<context>
    <name>app::FileDialogs</name>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Tuce projects (*.tuce *.gpkg)</source>
        <translation>图策项目 (*.tuce *.gpkg)</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>项目另存为</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>保存对“%1”的修改？</translation>
    </message>
    <message>
        <source>Without saving, the changes since the last save are lost.</source>
        <translation>如不保存，上次保存之后的修改将丢失。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>“%1” has changes that were not saved</source>
        <translation>“%1”有未保存的修改</translation>
    </message>
    <message>
        <source>The program ended without saving, last changed %1. Restore the changes, or open the project as it was last saved?</source>
        <translation>程序上次未保存即结束，最后修改于 %1。要恢复这些修改，还是打开上次保存的项目？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Open as last saved</source>
        <translation>打开上次保存的版本</translation>
    </message>
    <message>
        <source>Another program has changed “%1” since it was opened</source>
        <translation>“%1”打开之后已被其他程序修改</translation>
    </message>
    <message>
        <source>Nothing was written yet. Keep my version replaces what the other program wrote. Reading the file again drops my changes since the last save. Save as keeps both.</source>
        <translation>尚未写入任何内容。“保留我的版本”会替换其他程序写入的内容；“重新读取”会放弃上次保存以来我的修改；“另存为”两者都保留。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Keep my version</source>
        <translation>保留我的版本</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
</context>
<context>
    <name>app::FillRows</name>
    <message>
        <source>No fill</source>
        <translation>无填充</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>纯色</translation>
    </message>
    <message>
        <source>Hatched</source>
        <translation>斜线</translation>
    </message>
    <message>
        <source>Cross-hatched</source>
        <translation>网格线</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>点状</translation>
    </message>
    <message>
        <source>Strewn with symbols</source>
        <translation>散布符号</translation>
    </message>
    <message>
        <source>Fill pattern</source>
        <translation>填充图案</translation>
    </message>
    <message>
        <source>Colour of the fill</source>
        <translation>填充颜色</translation>
    </message>
    <message>
        <source>Colour of the pattern</source>
        <translation>图案颜色</translation>
    </message>
    <message>
        <source>Distance of the pattern's lines or dots</source>
        <translation>图案间距</translation>
    </message>
    <message>
        <source>Angle of the pattern</source>
        <translation>图案角度</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>图案</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Planning range: what lies outside is muted</source>
        <translation>作为规划范围，范围外压淡（反相遮罩）</translation>
    </message>
    <message>
        <source>The fill lies below all layers; the paper and rasters around it fade</source>
        <translation>填充位于所有图层之下，范围外的底色与栅格压淡</translation>
    </message>
    <message>
        <source>Width of the pattern's lines or dots</source>
        <translation>图案的线宽或点径</translation>
    </message>
    <message>
        <source>Pattern width</source>
        <translation>图案粗细</translation>
    </message>
</context>
<context>
    <name>app::FindingDetail</name>
    <message>
        <source>Details of the finding</source>
        <translation>发现的详情</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>app::FindingsModel</name>
    <message>
        <source>Approved</source>
        <translation>已认可</translation>
    </message>
    <message>
        <source>Approved · %1</source>
        <translation>已认可 · %1</translation>
    </message>
    <message>
        <source>%1 away</source>
        <translation>相距 %1</translation>
    </message>
    <message>
        <source>%1, %2 crossings</source>
        <translation>%1，穿越 %2 次</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Control line</source>
        <translation>控制线</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Overlap (ha)</source>
        <translation>压占(公顷)</translation>
    </message>
    <message>
        <source>Overlap (mu)</source>
        <translation>压占(亩)</translation>
    </message>
    <message>
        <source>Length or distance</source>
        <translation>长度或距离</translation>
    </message>
    <message>
        <source>Share of feature</source>
        <translation>占要素</translation>
    </message>
    <message>
        <source>Share of zone</source>
        <translation>占图斑</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现类型</translation>
    </message>
    <message>
        <source>Approval lapsed · %1</source>
        <translation>认可已失效 · %1</translation>
    </message>
    <message>
        <source>%1 (by its kind)</source>
        <translation>%1(按种类)</translation>
    </message>
    <message>
        <source>%1 pieces, gross %2; without %3 slivers %4</source>
        <translation>%1 块，毛面积 %2；不含 %3 个碎面 %4</translation>
    </message>
    <message>
        <source>%1 lines, %2 in all</source>
        <translation>%1 段线，共 %2</translation>
    </message>
    <message>
        <source>%1 lie outside, with %2</source>
        <translation>%1 处在外，计 %2</translation>
    </message>
</context>
<context>
    <name>app::FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>核查发现</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>核查全部</translation>
    </message>
    <message>
        <source>Grouped by feature</source>
        <translation>按要素分组</translation>
    </message>
    <message>
        <source>Grouped by control line</source>
        <translation>按控制线分组</translation>
    </message>
    <message>
        <source>Grouped by class</source>
        <translation>按分类分组</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>All findings</source>
        <translation>全部发现</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>待处理的冲突</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Slivers</source>
        <translation>碎面</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已认可</translation>
    </message>
    <message>
        <source>Search the findings</source>
        <translation>搜索发现</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核查…</translation>
    </message>
    <message>
        <source>%1 findings, %2 open conflicts</source>
        <translation>%1 项发现，%2 项冲突待处理</translation>
    </message>
    <message>
        <source>Not checked yet. The check compares every layout feature with every control line.</source>
        <translation>尚未核查。核查会把每个布局要素与每条控制线比对。</translation>
    </message>
    <message>
        <source>No overlap with any control line was found in the data that was checked.</source>
        <translation>在所核查的数据中没有发现与控制线重叠。</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新核查</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在图上显示</translation>
    </message>
    <message>
        <source>Grouped by rule</source>
        <translation>按规则分组</translation>
    </message>
    <message numerus="yes">
        <source>%n findings are on the clipboard.</source>
        <translation>
            <numerusform>已复制 %n 条核查结果到剪贴板。</numerusform>
        </translation>
    </message>
    <message>
        <source>For information</source>
        <translation>仅提示</translation>
    </message>
    <message>
        <source>Approval lapsed</source>
        <translation>认可已失效</translation>
    </message>
    <message>
        <source>Out of date: %1 · %2</source>
        <translation>已过期：%1 · %2</translation>
    </message>
    <message>
        <source>%1: gross %2, net %3</source>
        <translation>%1：毛 %2，净 %3</translation>
    </message>
    <message>
        <source>below %1 m² or narrower than %2 m</source>
        <translation>小于 %1 m² 或平均宽度小于 %2 m</translation>
    </message>
    <message>
        <source>below %1 m²</source>
        <translation>小于 %1 m²</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source> (%1 slivers %2 with %3; net without them %4)</source>
        <translation>(碎面 %1 个，%2，共 %3；不含碎面净 %4)</translation>
    </message>
    <message>
        <source>In all: %1</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>%1: lines %2</source>
        <translation>%1：线 %2</translation>
    </message>
    <message>
        <source>, lines %1</source>
        <translation>，线 %1</translation>
    </message>
</context>
<context>
    <name>app::FormRows</name>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
</context>
<context>
    <name>app::IdentifyTip</name>
    <message>
        <source>Feature %1</source>
        <translation>要素 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n clause(s)</source>
        <translation>
            <numerusform>依据 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ImportDocumentDialog</name>
    <message>
        <source>Import a document</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Text as it is read</source>
        <translation>读到的文本</translation>
    </message>
    <message>
        <source>The text is shown here as it is read, so that a wrong encoding is seen at once.</source>
        <translation>这里按读取结果显示文本，编码不对一看便知。</translation>
    </message>
    <message>
        <source>Clauses found</source>
        <translation>识别出的条款</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Text encoding</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>Take in as</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取 …</translation>
    </message>
    <message>
        <source>the words of “%1”</source>
        <translation>“%1”的正文</translation>
    </message>
    <message>
        <source>a new document</source>
        <translation>新文件</translation>
    </message>
    <message>
        <source>%1 clauses, read as %2</source>
        <translation>%1 条，按 %2 读取</translation>
    </message>
    <message>
        <source>and %1 more notes</source>
        <translation>另有 %1 条提示</translation>
    </message>
    <message>
        <source>“%1” is in the plan: %2 clauses.</source>
        <translation>“%1”已在方案中：%2 条。</translation>
    </message>
    <message>
        <source>A document of yours: %1</source>
        <translation>您自己的文档：%1</translation>
    </message>
    <message>
        <source>A document</source>
        <translation>选择文档</translation>
    </message>
    <message>
        <source>Documents (%1)</source>
        <translation>文档 (%1)</translation>
    </message>
    <message>
        <source>annexes %1</source>
        <translation>附件 %1</translation>
    </message>
    <message>
        <source>parts %1</source>
        <translation>部分 %1</translation>
    </message>
    <message>
        <source>chapters %1</source>
        <translation>章 %1</translation>
    </message>
    <message>
        <source>sections %1</source>
        <translation>节 %1</translation>
    </message>
    <message>
        <source>articles %1</source>
        <translation>条 %1</translation>
    </message>
    <message>
        <source>paragraphs %1</source>
        <translation>款 %1</translation>
    </message>
    <message>
        <source>clauses %1</source>
        <translation>条款 %1</translation>
    </message>
    <message>
        <source>boxes %1</source>
        <translation>专栏 %1</translation>
    </message>
    <message>
        <source>items %1</source>
        <translation>项 %1</translation>
    </message>
    <message>
        <source>subitems %1</source>
        <translation>目 %1</translation>
    </message>
    <message>
        <source>points %1</source>
        <translation>点 %1</translation>
    </message>
    <message>
        <source>subpoints %1</source>
        <translation>子点 %1</translation>
    </message>
    <message>
        <source>Import “%1” again</source>
        <translation>重新导入“%1”</translation>
    </message>
    <message>
        <source>in the place of “%1”</source>
        <translation>替换“%1”</translation>
    </message>
</context>
<context>
    <name>app::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Search a command by name, initials or key</source>
        <translation>按名称、拼音首字母或按键查找命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Input methods take %1; choose another key.</source>
        <translation>%1 会被输入法占用，请换一个按键。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which loses it.</source>
        <translation>%1 现属于“%2”，指定后原命令将失去该键。</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>改归此命令</translation>
    </message>
</context>
<context>
    <name>app::LabelEditor</name>
    <message>
        <source>Bold</source>
        <translation>加粗</translation>
    </message>
    <message>
        <source>Colour of the letters</source>
        <translation>文字颜色</translation>
    </message>
    <message>
        <source>Colour of the halo</source>
        <translation>描边颜色</translation>
    </message>
    <message>
        <source>Field that is shown</source>
        <translation>标注字段</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> 磅</translation>
    </message>
    <message>
        <source>Size of the letters</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>No labels</source>
        <translation>不标注</translation>
    </message>
    <message>
        <source>Width of the halo</source>
        <translation>描边宽度</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>Space between letters</source>
        <translation>字间距</translation>
    </message>
    <message>
        <source> letters</source>
        <translation> 字</translation>
    </message>
    <message>
        <source>Letters in a line</source>
        <translation>每行字数</translation>
    </message>
    <message>
        <source>as the room asks</source>
        <translation>按空间自动</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Halo</source>
        <translation>描边</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>字距</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>每行字数</translation>
    </message>
    <message>
        <source>Where labels stand</source>
        <translation>标注位置</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>旁侧</translation>
    </message>
    <message>
        <source>Inside it</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Along it</source>
        <translation>沿走向</translation>
    </message>
    <message>
        <source>Where no place near is free</source>
        <translation>附近没有空位时</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不标注</translation>
    </message>
    <message>
        <source>Further away, with a line</source>
        <translation>移开并加引线</translation>
    </message>
    <message>
        <source>Further away, on a card</source>
        <translation>移开并加引线和底框</translation>
    </message>
    <message>
        <source>Priority among labels</source>
        <translation>标注优先级</translation>
    </message>
    <message>
        <source>Labels of greater priority are placed first</source>
        <translation>数值大的标注先放置</translation>
    </message>
    <message>
        <source>Distance between labels of the same name</source>
        <translation>同名标注之间的距离</translation>
    </message>
    <message>
        <source>each has its own</source>
        <translation>不去重</translation>
    </message>
    <message>
        <source>Smallest feature that has a label</source>
        <translation>有标注的最小要素</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>No free place</source>
        <translation>没有空位时</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Same names apart</source>
        <translation>同名间距</translation>
    </message>
    <message>
        <source>Features from</source>
        <translation>要素不小于</translation>
    </message>
</context>
<context>
    <name>app::LayerChoiceForm</name>
    <message>
        <source>Copy into the project</source>
        <translation>复制进项目</translation>
    </message>
    <message>
        <source>Link to the file (read-only)</source>
        <translation>链接文件(只读)</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前若干行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Control line</source>
        <translation>控制线</translation>
    </message>
    <message>
        <source>Names in field</source>
        <translation>名称字段</translation>
    </message>
    <message>
        <source>Ids in field</source>
        <translation>编号字段</translation>
    </message>
    <message>
        <source>Text encoding</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: the format has no other</source>
        <translation>%1:该格式只有此编码</translation>
    </message>
    <message>
        <source>%1: as you chose</source>
        <translation>%1:按你的选择</translation>
    </message>
    <message>
        <source>%1: its .cpg file says so</source>
        <translation>%1:.cpg 文件注明</translation>
    </message>
    <message>
        <source>%1: the head of its table says so</source>
        <translation>%1:表头注明</translation>
    </message>
    <message>
        <source>%1: found in the texts</source>
        <translation>%1:由文字内容判断</translation>
    </message>
    <message>
        <source>%1: no text says otherwise</source>
        <translation>%1:没有相反的迹象</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>按文件注明</translation>
    </message>
    <message>
        <source>%1, as the file says</source>
        <translation>%1(按文件注明)</translation>
    </message>
    <message>
        <source>The file does not say; proposed because %1</source>
        <translation>文件未注明；建议依据：%1</translation>
    </message>
    <message>
        <source>The file does not say, and %1</source>
        <translation>文件未注明，且%1</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取 …</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows</source>
        <translation>%2 行中的前 %1 行</translation>
    </message>
    <message>
        <source>All %1 rows</source>
        <translation>全部 %1 行</translation>
    </message>
    <message>
        <source>The first texts in each encoding</source>
        <translation>各编码下的文字示例</translation>
    </message>
    <message>
        <source>%1 would read: %2</source>
        <translation>按 %1：%2</translation>
    </message>
    <message>
        <source>No row has coordinates. In a CSV, name their columns lon and lat, x and y, or WKT.</source>
        <translation>没有一行带有坐标。CSV 的坐标列请命名为“经度”“纬度”（或 lon、lat），x、y，或 WKT。</translation>
    </message>
    <message>
        <source>such as EPSG:4545</source>
        <translation>例如 EPSG:4545</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>a table of colours</source>
        <translation>索引色</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>values (%1), shown as grey from the least to the greatest</source>
        <translation>数值（%1），由最小到最大拉伸为灰度</translation>
    </message>
    <message>
        <source>Raster of %1 × %2 pixels: %3</source>
        <translation>栅格，%1 × %2 像元：%3</translation>
    </message>
    <message>
        <source>No overviews: a large raster is drawn slowly at small scales; gdaladdo adds them.</source>
        <translation>没有金字塔：大栅格在小比例尺下绘制较慢，可用 gdaladdo 建立。</translation>
    </message>
    <message numerus="yes">
        <source>With %n overviews.</source>
        <translation>
            <numerusform>含 %n 级金字塔。</numerusform>
        </translation>
    </message>
    <message>
        <source>A world file beside it tells its place.</source>
        <translation>位置由旁边的坐标文件给出。</translation>
    </message>
    <message>
        <source>It lies below all other layers, and the file stays where it is: the plan is linked to it.</source>
        <translation>栅格位于所有图层之下；文件留在原处，项目只链接它。</translation>
    </message>
</context>
<context>
    <name>app::LayersModel</name>
    <message>
        <source>Linked, read-only: %1</source>
        <translation>链接，只读：%1</translation>
    </message>
    <message>
        <source>Raster of %1 × %2 pixels</source>
        <translation>栅格，%1 × %2 像元</translation>
    </message>
    <message>
        <source>Values from %1 (black) to %2 (white)</source>
        <translation>像元值 %1（黑）至 %2（白）</translation>
    </message>
</context>
<context>
    <name>app::LayersPanel</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>No layers yet. Add your boundaries, red lines and layouts, or drop files here.</source>
        <translation>还没有图层。添加界线、红线与布局，或把文件拖到这里。</translation>
    </message>
    <message>
        <source>Add a layer…</source>
        <translation>添加图层…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a layer from a file; files can also be dropped on the window</source>
        <translation>从文件添加图层；也可把文件拖到窗口</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>%1 个图层</translation>
    </message>
    <message>
        <source>Zoom to the layer</source>
        <translation>缩放到图层</translation>
    </message>
    <message>
        <source>Attribute table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Style…</source>
        <translation>样式…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>“%1” was removed from the plan.</source>
        <translation>已从方案移除“%1”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Copy style</source>
        <translation>复制样式</translation>
    </message>
    <message>
        <source>Paste style</source>
        <translation>粘贴样式</translation>
    </message>
</context>
<context>
    <name>app::LegendEditor</name>
    <message>
        <source>Further up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>All entries in their usual order, with their own words</source>
        <translation>恢复全部图例项的默认顺序和名称</translation>
    </message>
    <message>
        <source>Entries of the legend</source>
        <translation>图例项</translation>
    </message>
    <message>
        <source>Untick to leave out, drag to order, double click to rename</source>
        <translation>取消勾选可不显示，拖动可排序，双击可改名</translation>
    </message>
</context>
<context>
    <name>app::LineRows</name>
    <message>
        <source>Colour of the line</source>
        <translation>线颜色</translation>
    </message>
    <message>
        <source>Width of the line</source>
        <translation>线宽</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>实线</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>Dotted line</source>
        <translation>点线</translation>
    </message>
    <message>
        <source>Dash and dot</source>
        <translation>点划线</translation>
    </message>
    <message>
        <source>Provincial chain</source>
        <translation>省界线型</translation>
    </message>
    <message>
        <source>Prefectural chain</source>
        <translation>市界线型</translation>
    </message>
    <message>
        <source>County chain</source>
        <translation>县界线型</translation>
    </message>
    <message>
        <source>Own dashes</source>
        <translation>自定虚线</translation>
    </message>
    <message>
        <source>Dashes</source>
        <translation>线型</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Form of the line</source>
        <translation>线的形式</translation>
    </message>
    <message>
        <source>Clear space between the two lines</source>
        <translation>双线净距</translation>
    </message>
    <message>
        <source>Length of the arrow heads</source>
        <translation>箭头长度</translation>
    </message>
    <message>
        <source>Colour towards the head; transparent for no change</source>
        <translation>箭头端颜色(透明即不渐变)</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Colour of the casing</source>
        <translation>衬边颜色</translation>
    </message>
    <message>
        <source>Width of the casing on each side</source>
        <translation>单侧衬边宽度</translation>
    </message>
    <message>
        <source>Casing</source>
        <translation>衬边</translation>
    </message>
    <message>
        <source>Colour of the soft band inside the border</source>
        <translation>界内色带颜色</translation>
    </message>
    <message>
        <source>Width of the soft band inside the border</source>
        <translation>界内色带宽度</translation>
    </message>
    <message>
        <source>Inner band</source>
        <translation>界内色带</translation>
    </message>
    <message>
        <source>No marks</source>
        <translation>无标记</translation>
    </message>
    <message>
        <source>Ticks across</source>
        <translation>横向短线</translation>
    </message>
    <message>
        <source>Ticks on one side</source>
        <translation>单侧短线</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Marks along the line</source>
        <translation>沿线标记</translation>
    </message>
    <message>
        <source>Distance from mark to mark</source>
        <translation>标记间距</translation>
    </message>
    <message>
        <source>Length of the ticks</source>
        <translation>短线长度</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Offset to the right of the direction; of areas: inward</source>
        <translation>沿走向右偏移；面边界向内偏移</translation>
    </message>
    <message>
        <source>Smooth curve</source>
        <translation>平滑曲线</translation>
    </message>
    <message>
        <source>Single line</source>
        <translation>单线</translation>
    </message>
    <message>
        <source>Double line</source>
        <translation>双线</translation>
    </message>
    <message>
        <source>Arrow head at the end</source>
        <translation>终点箭头</translation>
    </message>
    <message>
        <source>Arrow head at the start</source>
        <translation>起点箭头</translation>
    </message>
    <message>
        <source>Arrow heads at both ends</source>
        <translation>两端箭头</translation>
    </message>
    <message>
        <source>Axis arrow, one way</source>
        <translation>轴带箭头(单向)</translation>
    </message>
    <message>
        <source>Axis arrow, both ways</source>
        <translation>轴带箭头(双向)</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Width at the start, as a share of the width</source>
        <translation>起点宽度占线宽的比例</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>走向</translation>
    </message>
    <message>
        <source>Dashes and gaps by turns, in millimetres</source>
        <translation>实线与空白交替的长度（毫米）</translation>
    </message>
    <message>
        <source>e.g. 3 1 0.6 1</source>
        <translation>例：3 1 0.6 1</translation>
    </message>
    <message>
        <source>Dashes, mm</source>
        <translation>虚线（毫米）</translation>
    </message>
    <message>
        <source>Width of the ticks</source>
        <translation>短线宽度</translation>
    </message>
    <message>
        <source>Ticks</source>
        <translation>短线</translation>
    </message>
    <message>
        <source>Width in the middle, as a share of the width</source>
        <translation>中部宽度占线宽的比例</translation>
    </message>
</context>
<context>
    <name>app::LinkCard</name>
    <message>
        <source>Change the relation or the note</source>
        <translation>修改关联关系或备注</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>添加备注…</translation>
    </message>
    <message>
        <source>Change the note…</source>
        <translation>修改备注…</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>解除关联</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>For colleagues (optional)</source>
        <translation>给同事的说明(可不填)</translation>
    </message>
</context>
<context>
    <name>app::LinkDialog</name>
    <message>
        <source>Link to a clause</source>
        <translation>关联条款</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Search headings, numbers, places, text</source>
        <translation>搜索标题、编号、地名、正文</translation>
    </message>
    <message>
        <source>Documents and clauses</source>
        <translation>文件与条款</translation>
    </message>
    <message>
        <source>Printed words the link rests on (optional)</source>
        <translation>所依据的原文词句(可不填)</translation>
    </message>
    <message>
        <source>For colleagues (optional)</source>
        <translation>给同事的说明(可不填)</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词句</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Text of the clause</source>
        <translation>条款正文</translation>
    </message>
    <message>
        <source>Feature %1</source>
        <translation>要素 %1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等 %2 项</translation>
    </message>
    <message>
        <source>Choose a clause on the left.</source>
        <translation>请在左侧选择条款。</translation>
    </message>
    <message>
        <source>The features are linked to this clause already.</source>
        <translation>这些要素已关联该条款。</translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message>
        <source>No project is open</source>
        <translation>没有打开项目</translation>
    </message>
    <message>
        <source>Open a project, or look around in the sample: three regional layouts with red lines and policy clauses.</source>
        <translation>打开项目，或先看看示例：三套区域布局，附红线与政策条款。</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>The plan has no layers yet</source>
        <translation>方案还没有图层</translation>
    </message>
    <message>
        <source>Drop files on the window, or add a layer.</source>
        <translation>把文件拖到窗口，或添加图层。</translation>
    </message>
    <message>
        <source>Add a layer…</source>
        <translation>添加图层…</translation>
    </message>
    <message>
        <source>Tuce</source>
        <translation>图策</translation>
    </message>
</context>
<context>
    <name>app::MapCanvas</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
</context>
<context>
    <name>app::MapController</name>
    <message>
        <source>Field %1 says %2; measured here %3, difference %4</source>
        <translation>字段 %1 为 %2；本软件量算 %3，相差 %4</translation>
    </message>
</context>
<context>
    <name>app::MarkerRows</name>
    <message>
        <source>Circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>Concentric circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>菱形</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>三角形</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星形</translation>
    </message>
    <message>
        <source>Hexagon</source>
        <translation>六边形</translation>
    </message>
    <message>
        <source>Shape of the point</source>
        <translation>点形状</translation>
    </message>
    <message>
        <source>Colour of the point</source>
        <translation>点颜色</translation>
    </message>
    <message>
        <source>Size of the point</source>
        <translation>点大小</translation>
    </message>
    <message>
        <source>Colour of the point's outline</source>
        <translation>点符号描边颜色</translation>
    </message>
    <message>
        <source>Width of the point's outline</source>
        <translation>点符号描边宽度</translation>
    </message>
    <message>
        <source>Colour of the dot in the middle; transparent for none</source>
        <translation>中心圆点颜色(透明即无)</translation>
    </message>
    <message>
        <source> rings</source>
        <translation> 环</translation>
    </message>
    <message>
        <source>Number of rings</source>
        <translation>环数</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>描边</translation>
    </message>
    <message>
        <source>Field that the area of the point grows with</source>
        <translation>点符号面积随此字段增大</translation>
    </message>
    <message>
        <source>The number that has the size above</source>
        <translation>对应上述大小的数值</translation>
    </message>
    <message>
        <source>Graded by</source>
        <translation>分级字段</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>大小一致</translation>
    </message>
    <message>
        <source>No symbol</source>
        <translation>无符号</translation>
    </message>
</context>
<context>
    <name>app::MessageBar</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>app::Messages</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1(另有 %n 条)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ModeToolBar</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>app::NamesDialog</name>
    <message>
        <source>Place names of your own</source>
        <translation>自有地名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Also written</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>They are looked for in documents before the names that come with the program, and kept with the plan. Several ways to write a name are parted by a comma.</source>
        <translation>在文件中先按这些地名查找，再按软件自带的地名；随规划保存。别名之间用顿号或逗号分开。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Search names, codes, initials</source>
        <translation>按名称、代码、拼音首字母查找</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>添加地名</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>导入清单…</translation>
    </message>
    <message>
        <source>A list of place names</source>
        <translation>地名清单</translation>
    </message>
    <message>
        <source>Lists of names (*.csv *.tsv *.txt *.json)</source>
        <translation>地名清单 (*.csv *.tsv *.txt *.json)</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取 …</translation>
    </message>
    <message numerus="yes">
        <source>%n names were taken in from the list.</source>
        <translation>
            <numerusform>从清单中导入了 %n 个地名。</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan has no names of its own yet. Add one, or import a list (csv, json).</source>
        <translation>本规划还没有自有地名。可逐个添加，也可导入清单（csv、json）。</translation>
    </message>
    <message numerus="yes">
        <source>%n names</source>
        <translation>
            <numerusform>共 %n 个地名</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PanelTitle</name>
    <message>
        <source>Hide this panel</source>
        <translation>隐藏此面板</translation>
    </message>
</context>
<context>
    <name>app::ProjectCard</name>
    <message>
        <source>The file is not there</source>
        <translation>文件不在了</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>固定在最前</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从列表移除</translation>
    </message>
</context>
<context>
    <name>app::ProposalList</name>
    <message>
        <source>Proposed clauses</source>
        <translation>推荐条款</translation>
    </message>
    <message>
        <source>Proposed features</source>
        <translation>推荐要素</translation>
    </message>
    <message>
        <source>Found by names, members and headings. Nothing is linked until you accept it.</source>
        <translation>按名称、成员和标题查找；采纳之前不会建立任何关联。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Link them</source>
        <translation>建立关联</translation>
    </message>
    <message>
        <source>Link them, resting on “%1”</source>
        <translation>建立关联，依据“%1”</translation>
    </message>
    <message>
        <source>Accept: %1</source>
        <translation>采纳：%1</translation>
    </message>
    <message>
        <source>Known elements</source>
        <translation>文件中已知的要素</translation>
    </message>
    <message>
        <source>Elements of the shipped documents that the clause may speak of.</source>
        <translation>该条款可能所指的、随附文件中的要素。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>取用</translation>
    </message>
    <message>
        <source>Begin with its members and carriers</source>
        <translation>以其成员和载体为起点</translation>
    </message>
    <message>
        <source>Use: %1</source>
        <translation>取用：%1</translation>
    </message>
</context>
<context>
    <name>app::RecipeSection</name>
    <message>
        <source>Built from a scheme</source>
        <translation>由方案生成</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>脱离方案</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>已手工修改</translation>
    </message>
    <message>
        <source>as built</source>
        <translation>与生成时一致</translation>
    </message>
    <message>
        <source>along %1</source>
        <translation>沿 %1</translation>
    </message>
    <message>
        <source>%1 km wide</source>
        <translation>宽 %1 千米</translation>
    </message>
    <message>
        <source>radius %1 km</source>
        <translation>半径 %1 千米</translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation>%1 个成员</translation>
    </message>
    <message>
        <source>Edit element…</source>
        <translation>编辑要素…</translation>
    </message>
    <message>
        <source>to be rebuilt</source>
        <translation>待重建</translation>
    </message>
    <message>
        <source>As the document names it</source>
        <translation>恢复为文件所列</translation>
    </message>
    <message>
        <source>changed by hand, to be rebuilt</source>
        <translation>已手工修改，待重建</translation>
    </message>
    <message>
        <source>Differs from the document: %1</source>
        <translation>与文件不同：%1</translation>
    </message>
    <message>
        <source>Decided by %1</source>
        <translation>由 %1 确定</translation>
    </message>
    <message>
        <source>The shape was changed by hand. Edit the element to have it replaced.</source>
        <translation>形状经手工修改；如需替换，请使用“编辑要素”。</translation>
    </message>
    <message>
        <source>Builds it again with the members, carriers and measures of the document; one step to undo</source>
        <translation>按文件所列的成员、载体和参数重建，可一步撤销</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>Gives the element the shape again that was made by hand; one step to undo</source>
        <translation>恢复手工形状;可一步撤销</translation>
    </message>
    <message>
        <source>%1 (inferred from lines of other names)</source>
        <translation>%1（按其他名称的线推定）</translation>
    </message>
    <message>
        <source>The shape made by hand is kept.</source>
        <translation>手工形状已保留。</translation>
    </message>
    <message>
        <source>The shape made by hand is kept (%1).</source>
        <translation>手工形状已保留（%1）。</translation>
    </message>
</context>
<context>
    <name>app::RegisterPanel</name>
    <message>
        <source>Draw…</source>
        <translation>绘制…</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Name, place, carrier, clause, initials</source>
        <translation>名称、地名、载体、条款、拼音首字母</translation>
    </message>
    <message>
        <source>Only those of the clause that is picked</source>
        <translation>只列所选条款的要素</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Make an element of the words of a paper</source>
        <translation>由文件原文新建要素</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Places and carriers</source>
        <translation>载体与成员</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>已绘</translation>
    </message>
    <message>
        <source>All schemes</source>
        <translation>全部方案</translation>
    </message>
    <message>
        <source>Shipped documents</source>
        <translation>随附文件要素</translation>
    </message>
    <message>
        <source>%1 elements</source>
        <translation>%1 个要素</translation>
    </message>
    <message>
        <source>Open a scheme file…</source>
        <translation>打开方案文件…</translation>
    </message>
    <message>
        <source>Open a scheme file</source>
        <translation>打开方案文件</translation>
    </message>
    <message>
        <source>Scheme (%1)</source>
        <translation>方案 (%1)</translation>
    </message>
    <message>
        <source>Several documents speak of it:</source>
        <translation>多份文件提及：</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>已绘</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>已手工修改</translation>
    </message>
    <message>
        <source>to be rebuilt</source>
        <translation>待重建</translation>
    </message>
    <message>
        <source>inferred, not printed</source>
        <translation>推断，未见于文件</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No element is like this. Take a filter back, or make a new one.</source>
        <translation>没有符合条件的要素。可放宽筛选，或新建要素。</translation>
    </message>
    <message>
        <source>No scheme is there yet. Make an element of the words of a paper.</source>
        <translation>尚无布局方案。可由文件原文新建要素。</translation>
    </message>
    <message>
        <source>New element</source>
        <translation>新建要素</translation>
    </message>
    <message>
        <source>The chosen elements are drawn already.</source>
        <translation>所选要素均已绘制。</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>no shape</source>
        <translation>不成图</translation>
    </message>
    <message>
        <source>Drawn in this plan</source>
        <translation>本项目已绘要素</translation>
    </message>
    <message>
        <source>%1 (sample)</source>
        <translation>%1（示例）</translation>
    </message>
    <message>
        <source>Save this scheme as…</source>
        <translation>方案另存为…</translation>
    </message>
    <message>
        <source>Remove this scheme from the project</source>
        <translation>从项目中移除此方案</translation>
    </message>
    <message>
        <source>%1 took the place of the scheme of that name in the project.</source>
        <translation>项目中的同名方案已由 %1 替换。</translation>
    </message>
    <message>
        <source>%1 is kept in the project: %2 elements.</source>
        <translation>%1 已存入项目，共 %2 个要素。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>There is no element to save.</source>
        <translation>没有可保存的要素。</translation>
    </message>
    <message>
        <source>Save the scheme as</source>
        <translation>方案另存为</translation>
    </message>
    <message>
        <source>%1 elements written to %2.</source>
        <translation>已将 %1 个要素写入 %2。</translation>
    </message>
    <message>
        <source>%1 is no longer in the project. What was drawn of it stays.</source>
        <translation>%1 已从项目中移除，已绘要素保留。</translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation>%1 个成员</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>no longer: %1</source>
        <translation>不再列入：%1</translation>
    </message>
    <message>
        <source>by hand, to be rebuilt</source>
        <translation>手工修改，待重建</translation>
    </message>
    <message>
        <source>Differs from the document: %1</source>
        <translation>与文件不同：%1</translation>
    </message>
</context>
<context>
    <name>app::RelationTable</name>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>To element</source>
        <translation>对应要素</translation>
    </message>
    <message>
        <source>Inferred</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关联关系</translation>
    </message>
    <message>
        <source>The paper does not say so itself</source>
        <translation>文件未明言</translation>
    </message>
    <message>
        <source>Relation %1 does not say to which element.</source>
        <translation>第 %1 行关系未写对应要素。</translation>
    </message>
</context>
<context>
    <name>app::ScaleRange</name>
    <message>
        <source>Not shown closer than this scale</source>
        <translation>大于此比例尺时不显示</translation>
    </message>
    <message>
        <source>Not shown beyond this scale</source>
        <translation>小于此比例尺时不显示</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>app::SchemeFilter</name>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全部文件</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部种类</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>全部阶段</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>已绘</translation>
    </message>
    <message>
        <source>Drawn or not</source>
        <translation>不限绘否</translation>
    </message>
    <message>
        <source>Not drawn</source>
        <translation>未绘</translation>
    </message>
    <message>
        <source>Changed by hand</source>
        <translation>手工改过</translation>
    </message>
    <message>
        <source>To be rebuilt</source>
        <translation>待重建</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>全部地点</translation>
    </message>
    <message>
        <source>Without a shape</source>
        <translation>不成图</translation>
    </message>
    <message>
        <source>Differs from the document</source>
        <translation>与文件不同</translation>
    </message>
</context>
<context>
    <name>app::Session</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Not saved to a file yet</source>
        <translation>尚未保存到文件</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>全部修改已保存</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Recovered, not saved to a file yet</source>
        <translation>已恢复，尚未保存到文件</translation>
    </message>
    <message>
        <source>Auto-saved %1</source>
        <translation>已自动保存 %1</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Recovering %1</source>
        <translation>正在恢复 %1</translation>
    </message>
    <message>
        <source>Making a new project</source>
        <translation>正在新建项目</translation>
    </message>
    <message>
        <source>Building the sample</source>
        <translation>正在生成示例</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>Nothing was saved, and nothing is lost: %1</source>
        <translation>没有保存，但也没有丢失：%1</translation>
    </message>
</context>
<context>
    <name>app::SheetDialog</name>
    <message>
        <source>Map sheets</source>
        <translation>图幅</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>A new sheet of what the map shows</source>
        <translation>按当前地图新建图幅</translation>
    </message>
    <message>
        <source>Remove the sheet from the plan</source>
        <translation>从方案移除该图幅</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>图幅</translation>
    </message>
    <message>
        <source>Sheets of the plan</source>
        <translation>方案的图幅</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Fineness of a PNG picture</source>
        <translation>PNG 图片的精细度</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>As %1…</source>
        <translation>导出 %1…</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>保存图幅</translation>
    </message>
    <message>
        <source>New sheet</source>
        <translation>新图幅</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>图幅</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1与%2</translation>
    </message>
    <message>
        <source>Export the sheet</source>
        <translation>导出图幅</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>正在导出 %1</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>已写出 %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>app::SheetForm</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Scale bar</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>North arrow</source>
        <translation>指北针</translation>
    </message>
    <message>
        <source>In the list of sheets, and the name of its file</source>
        <translation>图幅列表中的名称，也是文件名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Sources and cautions, a line each</source>
        <translation>来源与注意事项，每行一条</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>编制单位</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>注记</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持现状</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>当前地图范围</translation>
    </message>
    <message>
        <source>The whole plan</source>
        <translation>整个方案</translation>
    </message>
    <message>
        <source>Layer “%1”</source>
        <translation>图层“%1”</translation>
    </message>
    <message>
        <source>Automatic, %1</source>
        <translation>自动，%1</translation>
    </message>
    <message>
        <source>Legend items</source>
        <translation>图例项</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
</context>
<context>
    <name>app::SheetLayers</name>
    <message>
        <source>Those that the window shows</source>
        <translation>与窗口中显示的一致</translation>
    </message>
    <message>
        <source>A layer that is added or hidden in the window comes to the sheet or leaves it too</source>
        <translation>窗口中添加或隐藏图层时，图幅随之变化</translation>
    </message>
    <message>
        <source>Layers of the sheet</source>
        <translation>图幅的图层</translation>
    </message>
</context>
<context>
    <name>app::SheetPreview</name>
    <message>
        <source>Preview of the sheet</source>
        <translation>图幅预览</translation>
    </message>
    <message>
        <source>Drawing the sheet …</source>
        <translation>正在绘制图幅 …</translation>
    </message>
</context>
<context>
    <name>app::StatusBar</name>
    <message>
        <source>Coordinates under the mouse; click to copy the centre of the map</source>
        <translation>光标处坐标；单击复制地图中心坐标</translation>
    </message>
    <message>
        <source>Scale at 96 pixels to the inch; type another one</source>
        <translation>比例尺(按每英寸 96 像素);可直接输入</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>选中 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>约剩 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>约剩 %1 分钟</translation>
    </message>
    <message>
        <source>Coordinates of the map</source>
        <translation>地图坐标系</translation>
    </message>
    <message>
        <source>Coordinates of the map; click to choose others</source>
        <translation>地图坐标系，点击可另选</translation>
    </message>
</context>
<context>
    <name>app::StyleDialog</name>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Reset to the shipped style</source>
        <translation>恢复随附样式</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>比例尺范围</translation>
    </message>
    <message>
        <source>Style of “%1”</source>
        <translation>“%1”的样式</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>All features</source>
        <translation>全部要素</translation>
    </message>
    <message>
        <source>Add a class above the chosen one</source>
        <translation>在所选类之上新增一类</translation>
    </message>
    <message>
        <source>Remove the class</source>
        <translation>删除此类</translation>
    </message>
    <message>
        <source>Move up: the first class that fits counts, and is painted last</source>
        <translation>上移：自上而下第一个符合的类有效，且最后绘制</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Features outside all classes are not drawn</source>
        <translation>不属于任何类的要素不绘制</translation>
    </message>
    <message>
        <source>Style library…</source>
        <translation>样式库…</translation>
    </message>
    <message>
        <source>Copy style</source>
        <translation>复制样式</translation>
    </message>
    <message>
        <source>Paste style</source>
        <translation>粘贴样式</translation>
    </message>
    <message>
        <source>Origin: %1 (%2). Version %3.</source>
        <translation>来源：%1（%2）。版本 %3。</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>新类</translation>
    </message>
    <message>
        <source>The clipboard holds no style. Copy one first.</source>
        <translation>剪贴板中没有样式，请先复制样式。</translation>
    </message>
    <message>
        <source>This class has labels of its own</source>
        <translation>本类单独设置标注</translation>
    </message>
    <message>
        <source>Casings of all classes below all lines: their junctions stay open</source>
        <translation>各类衬边都在所有线之下，交叉口连通</translation>
    </message>
    <message>
        <source>Scales of the class</source>
        <translation>本类显示比例</translation>
    </message>
</context>
<context>
    <name>app::StyleLibraryDialog</name>
    <message>
        <source>low certainty: a default of this program</source>
        <translation>把握低：本软件默认</translation>
    </message>
    <message>
        <source>medium certainty: common practice</source>
        <translation>把握中：行业惯例</translation>
    </message>
    <message>
        <source>high certainty</source>
        <translation>把握高</translation>
    </message>
    <message>
        <source>certainty not stated</source>
        <translation>未注明把握程度</translation>
    </message>
    <message>
        <source>Style library</source>
        <translation>样式库</translation>
    </message>
    <message>
        <source>Styles that ship</source>
        <translation>随软件提供的样式</translation>
    </message>
    <message>
        <source>Use this style</source>
        <translation>使用此样式</translation>
    </message>
    <message>
        <source>Choose a style to see where it comes from. Styles for other kinds of features than the layer's are greyed.</source>
        <translation>选择样式可查看其来源。与图层几何类型不符的样式显示为灰色。</translation>
    </message>
    <message>
        <source>Origin: %1 (%2). Version %3.</source>
        <translation>来源：%1（%2）。版本 %3。</translation>
    </message>
</context>
<context>
    <name>app::SymbolEditor</name>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
</context>
<context>
    <name>app::TopBar</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Tuce</source>
        <translation>图策</translation>
    </message>
    <message>
        <source>Search commands, layers, clauses, places</source>
        <translation>搜索命令、图层、条款、地名</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局编辑</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突核查</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>出图</translation>
    </message>
</context>
<context>
    <name>app::WelcomePage</name>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Welcome to Tuce</source>
        <translation>欢迎使用图策</translation>
    </message>
    <message>
        <source>Draw a spatial layout, see at once which red lines it crosses and by how much, and which clauses it rests on.</source>
        <translation>绘制空间布局，即刻看到压占哪条红线、压占多少、依据哪条政策。</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新功能</translation>
    </message>
    <message>
        <source>Conflicts follow while you draw and drag: hectares, mu and share, per control line.</source>
        <translation>绘制与拖动时，各控制线的公顷、亩与占比实时跟随。</translation>
    </message>
    <message>
        <source>Import your own text of a policy document and link features to its clauses.</source>
        <translation>导入自己的政策文件文本，把要素关联到条款。</translation>
    </message>
    <message>
        <source>Make map sheets with a live preview and write them as PDF, SVG or PNG.</source>
        <translation>制作图幅，实时预览，写成 PDF、SVG 或 PNG。</translation>
    </message>
    <message>
        <source>A project without a name</source>
        <translation>未命名的项目</translation>
    </message>
    <message>
        <source>%1 has changes that were not saved</source>
        <translation>%1 有未保存的修改</translation>
    </message>
    <message>
        <source>Last changed %1</source>
        <translation>最后修改 %1</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Discard the changes that were not saved?</source>
        <translation>放弃未保存的修改？</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作不能撤销。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>app::WorkDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>see --help</source>
        <translation>请看 --help</translation>
    </message>
    <message>
        <source>no command given</source>
        <translation>没有给出命令</translation>
    </message>
    <message>
        <source>Tuce: regional layouts, red-line check and policy clauses, without a window</source>
        <translation>图策：区域布局、红线核查与政策条款(无窗口)</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>warning:</source>
        <translation>警告：</translation>
    </message>
    <message>
        <source>%1; measured on a repaired copy</source>
        <translation>%1；按修复后的副本量算</translation>
    </message>
    <message>
        <source>%1; not measured</source>
        <translation>%1；未量算</translation>
    </message>
    <message>
        <source>a vertex lies outside the coordinate reference system; not measured</source>
        <translation>有顶点在坐标参考系范围之外，未量算</translation>
    </message>
    <message>
        <source>bring the data to CGCS2000 with approved parameters first, or take its latitudes as they are with --accept-ballpark</source>
        <translation>请先用经批准的参数把数据转换到 CGCS2000，或用 --accept-ballpark 直接采用其经纬度</translation>
    </message>
    <message>
        <source>total ellipsoid area and length of each layer</source>
        <translation>各图层的椭球面积与长度合计</translation>
    </message>
    <message>
        <source>files, each with an optional |layer</source>
        <translation>文件，可在后面加 |图层名</translation>
    </message>
    <message>
        <source>measure old datums as if on CGCS2000; the positions may be off by 100 m</source>
        <translation>把旧基准当作 CGCS2000 量算，位置误差可达 100 米</translation>
    </message>
    <message>
        <source>[approved] </source>
        <translation>[已认可] </translation>
    </message>
    <message>
        <source>%1 open findings, %2 approved</source>
        <translation>待处理 %1 项，已认可 %2 项</translation>
    </message>
    <message>
        <source>compare the layouts of a plan with its documents</source>
        <translation>图文一致：比对方案布局与政策文件</translation>
    </message>
    <message>
        <source>the plan to look through</source>
        <translation>要核对的方案</translation>
    </message>
    <message>
        <source>plan layers to check: FILE or FILE|LAYER</source>
        <translation>要核查的方案图层：文件 或 文件|图层名</translation>
    </message>
    <message>
        <source>control layers to check against</source>
        <translation>控制线图层</translation>
    </message>
    <message>
        <source>coordinate system of plan layers that do not say theirs</source>
        <translation>未注明坐标系的方案图层所用坐标系</translation>
    </message>
    <message>
        <source>coordinate system of control layers that do not say theirs</source>
        <translation>未注明坐标系的控制线图层所用坐标系</translation>
    </message>
    <message>
        <source>text encoding where a source does not say its own</source>
        <translation>来源未注明时的文字编码</translation>
    </message>
    <message>
        <source>most features to read from a layer</source>
        <translation>每个图层最多读取的要素数</translation>
    </message>
    <message>
        <source>most vertices to read from a layer</source>
        <translation>每个图层最多读取的顶点数</translation>
    </message>
    <message>
        <source>field with the ids of plan features (default: the feature id)</source>
        <translation>方案要素的编号字段(默认：要素 id)</translation>
    </message>
    <message>
        <source>field with the ids of control features (default: the feature id)</source>
        <translation>控制线要素的编号字段(默认：要素 id)</translation>
    </message>
    <message>
        <source>JSON file with type and direction of each control layer</source>
        <translation>说明各控制线图层类型与规则方向的 JSON 文件</translation>
    </message>
    <message>
        <source>which control lines plan features overlap, by how much</source>
        <translation>方案要素压占哪些控制线、压占多少</translation>
    </message>
    <message>
        <source>a number of 0 or more is needed</source>
        <translation>需要不小于 0 的数</translation>
    </message>
    <message>
        <source>ellipsoid (national formula, the default) or planar</source>
        <translation>ellipsoid(国家公式，默认)或 planar(平面)</translation>
    </message>
    <message>
        <source>pieces below so many m² are slivers (default 1)</source>
        <translation>小于该面积(平方米)的压占为碎面(默认 1)</translation>
    </message>
    <message>
        <source>also report features nearer than so many metres</source>
        <translation>并报告距离小于该值(米)的要素</translation>
    </message>
    <message>
        <source>phases and counts as JSON on stderr</source>
        <translation>把各阶段用时与计数以 JSON 写到标准错误</translation>
    </message>
    <message>
        <source>skip invalid geometries instead of repairing a copy</source>
        <translation>跳过无效几何，而不是修复其副本</translation>
    </message>
    <message>
        <source>accept a step between datums that may be off by 100 m</source>
        <translation>接受误差可达 100 米的基准粗略转换</translation>
    </message>
    <message>
        <source>file to write: .csv, .json, .gpkg or .xlsx</source>
        <translation>输出文件:.csv、.json、.gpkg 或 .xlsx</translation>
    </message>
    <message>
        <source>not a rules file</source>
        <translation>不是规则文件</translation>
    </message>
    <message>
        <source>write {"layers":{"&lt;layer name&gt;":{"type":…,"direction":…}}}</source>
        <translation>请写成 {"layers":{"&lt;图层名&gt;":{"type":…,"direction":…}}}</translation>
    </message>
    <message>
        <source>the rules name a layer that is not in this run</source>
        <translation>规则中的图层不在本次核查之内</translation>
    </message>
    <message>
        <source>control layer %1: %2 features, %3, %4</source>
        <translation>控制线图层 %1:%2 个要素，%3,%4</translation>
    </message>
    <message>
        <source>plan layer %1: %2 features</source>
        <translation>方案图层 %1:%2 个要素</translation>
    </message>
    <message>
        <source>rows: %1</source>
        <translation>行数：%1</translation>
    </message>
    <message>
        <source>conflicts: %1</source>
        <translation>冲突：%1</translation>
    </message>
    <message>
        <source>inside %1, net:</source>
        <translation>在 %1 内(净):</translation>
    </message>
    <message>
        <source> %1 ha (%2 mu)</source>
        <translation> %1 公顷(%2 亩)</translation>
    </message>
    <message>
        <source> %1 m of lines</source>
        <translation> 线长 %1 米</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>…… 另有 %1 项</translation>
    </message>
    <message>
        <source>wrote %1</source>
        <translation>已写出 %1</translation>
    </message>
    <message>
        <source>--text takes the text of one document, not of several</source>
        <translation>--text 只能用于一份文件</translation>
    </message>
    <message>
        <source>call the command once for each file</source>
        <translation>请对每个文件分别执行</translation>
    </message>
    <message>
        <source>the output is also an input, which is never overwritten</source>
        <translation>输出文件同时是输入文件，输入绝不会被覆盖</translation>
    </message>
    <message>
        <source>name another file</source>
        <translation>请换一个文件名</translation>
    </message>
    <message>
        <source>cut documents into clauses of all levels</source>
        <translation>把文件切分为各级条款</translation>
    </message>
    <message>
        <source>write the clauses as .json</source>
        <translation>把条款写成 .json</translation>
    </message>
    <message>
        <source>%1 clauses, encoding %2</source>
        <translation>%1 条，编码 %2</translation>
    </message>
    <message>
        <source>print one JSON document on stdout</source>
        <translation>在标准输出打印一个 JSON 文档</translation>
    </message>
    <message>
        <source>language of the messages: zh_CN or en</source>
        <translation>消息语言:zh_CN 或 en</translation>
    </message>
    <message>
        <source>errors only</source>
        <translation>只显示错误</translation>
    </message>
    <message>
        <source>replace existing output files</source>
        <translation>替换已有的输出文件</translation>
    </message>
    <message>
        <source>exit with 0 even if something was found</source>
        <translation>即使有发现也以 0 退出</translation>
    </message>
    <message>
        <source>number of threads (default: all cores)</source>
        <translation>线程数(默认：全部核心)</translation>
    </message>
    <message>
        <source>Built %1 layout features in a plan of %2 layers, linked by %3 links to %4 clauses of %5 documents.</source>
        <translation>已生成 %1 个布局要素(方案共 %2 个图层),以 %3 条关联连到 %5 份文件的 %4 个条款。</translation>
    </message>
    <message>
        <source>The check found %1 overlaps with the (fictitious) control lines, %2 of them conflicts; the audit of text and map has %3 findings.</source>
        <translation>核查发现与(虚构的)控制线压占 %1 处，其中冲突 %2 处；图文一致核对有 %3 项发现。</translation>
    </message>
    <message>
        <source>Taken of the ecological red lines, overlaps among them removed:</source>
        <translation>压占生态保护红线(已去除红线间重叠):</translation>
    </message>
    <message>
        <source>%1 ha (%2 mu)</source>
        <translation>%1 公顷(%2 亩)</translation>
    </message>
    <message>
        <source>%1 km, %2 crossings</source>
        <translation>%1 千米，穿越 %2 次</translation>
    </message>
    <message>
        <source>Wrote:</source>
        <translation>已写出：</translation>
    </message>
    <message>
        <source>do the main job on the bundled sample</source>
        <translation>用内置示例完成主要工作</translation>
    </message>
    <message>
        <source>folder to write into (default: tuce-demo)</source>
        <translation>写入的文件夹(默认:tuce-demo)</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>proposal: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>first invalid: feature %1: %2</source>
        <translation>首个无效：要素 %1:%2</translation>
    </message>
    <message>
        <source>first empty: feature %1</source>
        <translation>首个空几何：要素 %1</translation>
    </message>
    <message>
        <source>first duplicate: feature %1 is the same as feature %2</source>
        <translation>首个重复：要素 %1 与要素 %2 相同</translation>
    </message>
    <message>
        <source>layer: %1</source>
        <translation>图层：%1</translation>
    </message>
    <message>
        <source>geometry: %1</source>
        <translation>几何：%1</translation>
    </message>
    <message>
        <source>coordinate reference system: %1</source>
        <translation>坐标参考系：%1</translation>
    </message>
    <message>
        <source>extent: %1</source>
        <translation>范围：%1</translation>
    </message>
    <message>
        <source>encoding: %1 (%2)</source>
        <translation>编码：%1(%2)</translation>
    </message>
    <message>
        <source>fields: %1</source>
        <translation>字段：%1</translation>
    </message>
    <message>
        <source>show layers, counts, coordinate reference system, extent and encoding</source>
        <translation>显示图层、要素数、坐标参考系、范围与编码</translation>
    </message>
    <message>
        <source>FILE or FILE|LAYER</source>
        <translation>文件 或 文件|图层名</translation>
    </message>
    <message>
        <source>count invalid, empty and duplicate geometries</source>
        <translation>统计无效、空与重复的几何</translation>
    </message>
    <message>
        <source>no output is named</source>
        <translation>没有指定输出</translation>
    </message>
    <message>
        <source>add --out FILE</source>
        <translation>请加上 --out 文件</translation>
    </message>
    <message>
        <source>%1 %2: %3, feature %4</source>
        <translation>%1 %2:%3，要素 %4</translation>
    </message>
    <message>
        <source>%1 %2: not built: %3</source>
        <translation>%1 %2:未生成：%3</translation>
    </message>
    <message>
        <source>layout features from schemes</source>
        <translation>由方案生成布局要素</translation>
    </message>
    <message>
        <source>builds the features of a scheme over base layers</source>
        <translation>在底图图层上生成方案的要素</translation>
    </message>
    <message>
        <source>JSON file with the elements, their carriers and members</source>
        <translation>含要素、载体与成员的 JSON 文件</translation>
    </message>
    <message>
        <source>boundaries, rivers, roads: files, each with an optional |layer; may be repeated</source>
        <translation>界线、河流、道路：文件，可加 |图层名，可重复</translation>
    </message>
    <message>
        <source>coordinate reference system of the result (default: the CGCS2000 3-degree zone of its middle)</source>
        <translation>成果坐标参考系(默认：中心所在的 CGCS2000 三度带)</translation>
    </message>
    <message>
        <source>coordinate reference system where a base layer does not say its own</source>
        <translation>底图图层未注明时的坐标参考系</translation>
    </message>
    <message>
        <source>text encoding where a base layer does not say its own</source>
        <translation>底图图层未注明时的文字编码</translation>
    </message>
    <message>
        <source>do without the places, routes and ridges that ship with the program</source>
        <translation>不使用随程序附带的驻地、线路与山脉</translation>
    </message>
    <message>
        <source>%1; a repaired copy is used</source>
        <translation>%1；采用修复后的副本</translation>
    </message>
    <message>
        <source>%1; the feature is left out</source>
        <translation>%1；该要素略去</translation>
    </message>
    <message>
        <source>overlay all features of A with all of B in the plane of A's coordinates</source>
        <translation>在 A 的坐标平面内叠加 A 与 B 的全部要素</translation>
    </message>
    <message>
        <source>intersection, union, difference or symdifference</source>
        <translation>intersection(交)、union(并)、difference(差)或 symdifference(对称差)</translation>
    </message>
    <message>
        <source>coordinate reference system of B where it does not say its own</source>
        <translation>B 未注明时的坐标参考系</translation>
    </message>
    <message>
        <source>file to write: .gpkg, .geojson, .shp or .fgb</source>
        <translation>输出文件:.gpkg、.geojson、.shp 或 .fgb</translation>
    </message>
    <message>
        <source>"%1" is no LAYER:FID=CLAUSEID</source>
        <translation>“%1”不是 图层：要素号=条款号 的写法</translation>
    </message>
    <message>
        <source>the project has no such layer</source>
        <translation>项目中没有这个图层</translation>
    </message>
    <message>
        <source>nothing to add is named</source>
        <translation>没有指定要添加的内容</translation>
    </message>
    <message>
        <source>added layer %1</source>
        <translation>已添加图层 %1</translation>
    </message>
    <message>
        <source>added document %1</source>
        <translation>已添加文件 %1</translation>
    </message>
    <message>
        <source>added links: %1</source>
        <translation>已添加关联：%1</translation>
    </message>
    <message>
        <source>what the layers are</source>
        <translation>图层的类别</translation>
    </message>
    <message>
        <source>kind of control line</source>
        <translation>控制线类型</translation>
    </message>
    <message>
        <source>what the control line asks (default: by its kind)</source>
        <translation>控制线的规则方向(默认：按类型)</translation>
    </message>
    <message>
        <source>name of the layer in the project</source>
        <translation>图层在项目中的名称</translation>
    </message>
    <message>
        <source>field that names a feature</source>
        <translation>要素名称字段</translation>
    </message>
    <message>
        <source>field that identifies a feature in findings</source>
        <translation>核查发现中标识要素的字段</translation>
    </message>
    <message>
        <source>leave the data where they are, read-only; default: copy in</source>
        <translation>数据留在原处，只读链接(默认：复制进项目)</translation>
    </message>
    <message>
        <source>add layers, policy documents and links between them</source>
        <translation>添加图层、政策文件及其关联</translation>
    </message>
    <message>
        <source>policy document to cut into clauses</source>
        <translation>要切分为条款的政策文件</translation>
    </message>
    <message>
        <source>feature that rests on a clause</source>
        <translation>以某条款为依据的要素</translation>
    </message>
    <message>
        <source>what the feature has to do with the clause</source>
        <translation>要素与条款的关系</translation>
    </message>
    <message>
        <source>printed words that the link rests on</source>
        <translation>关联所依据的原文词句</translation>
    </message>
    <message>
        <source>note of the link</source>
        <translation>关联的备注</translation>
    </message>
    <message>
        <source>nothing is wrong</source>
        <translation>没有发现问题</translation>
    </message>
    <message>
        <source>nothing to recover</source>
        <translation>没有需要恢复的内容</translation>
    </message>
    <message>
        <source>%1 changes brought back and saved</source>
        <translation>已恢复并保存 %1 次修改</translation>
    </message>
    <message>
        <source>the project file (.gpkg)</source>
        <translation>项目文件(.gpkg)</translation>
    </message>
    <message>
        <source>the journal holds changes that were not saved</source>
        <translation>日志中有尚未保存的修改</translation>
    </message>
    <message>
        <source>close the project where it is open, or bring them back with `tuce-cli project recover`</source>
        <translation>请关闭正在打开它的程序，或用 `tuce-cli project recover` 找回</translation>
    </message>
    <message>
        <source>make an empty project</source>
        <translation>新建空项目</translation>
    </message>
    <message>
        <source>title of the plan (default: the file's name)</source>
        <translation>方案标题(默认：文件名)</translation>
    </message>
    <message>
        <source>coordinate reference system of the map (default: by the first boundary)</source>
        <translation>地图坐标参考系(默认：由第一个界线图层决定)</translation>
    </message>
    <message>
        <source>put in the shipped index of policy documents</source>
        <translation>放入随附的政策文件索引</translation>
    </message>
    <message>
        <source>look through the whole file for flaws</source>
        <translation>检查整个文件的问题</translation>
    </message>
    <message>
        <source>bring back changes that a stopped program did not save</source>
        <translation>找回程序中断时未保存的修改</translation>
    </message>
    <message>
        <source>make, fill, show, change, verify and recover projects</source>
        <translation>新建、添加、查看、修改、校验与恢复项目</translation>
    </message>
    <message>
        <source>kind: %1</source>
        <translation>类别：%1</translation>
    </message>
    <message>
        <source>linked to: %1</source>
        <translation>链接到：%1</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>links to clauses: %1</source>
        <translation>条款关联：%1</translation>
    </message>
    <message>
        <source>title: %1</source>
        <translation>标题：%1</translation>
    </message>
    <message>
        <source>coordinate reference system of the map: %1</source>
        <translation>地图坐标参考系：%1</translation>
    </message>
    <message>
        <source>layers, topmost first: %1</source>
        <translation>图层(自上而下):%1</translation>
    </message>
    <message>
        <source>document: %1 %2 %3, clauses: %4</source>
        <translation>文件：%1 %2 %3，条款：%4</translation>
    </message>
    <message>
        <source>links: %1</source>
        <translation>关联：%1</translation>
    </message>
    <message>
        <source>map sheet: %1</source>
        <translation>图幅：%1</translation>
    </message>
    <message>
        <source>approvals: %1</source>
        <translation>认可：%1</translation>
    </message>
    <message>
        <source>journal: changes wait for recovery</source>
        <translation>日志：有修改等待恢复</translation>
    </message>
    <message>
        <source>journal: empty</source>
        <translation>日志：空</translation>
    </message>
    <message>
        <source>show layers, documents, links, map sheets and journal</source>
        <translation>显示图层、文件、关联、图幅与日志</translation>
    </message>
    <message>
        <source>"%1" is no FIELD=VALUE</source>
        <translation>“%1”不是 字段=值 的写法</translation>
    </message>
    <message>
        <source>use one of %1</source>
        <translation>请用其中之一：%1</translation>
    </message>
    <message>
        <source>feature %1 of %2 changed and saved</source>
        <translation>已修改并保存 %2 的要素 %1</translation>
    </message>
    <message>
        <source>nothing to change: the values are these already</source>
        <translation>无需修改：已是这些值</translation>
    </message>
    <message>
        <source>change attributes of a feature: one change, saved</source>
        <translation>修改一个要素的属性：一次修改，随即保存</translation>
    </message>
    <message>
        <source>name of the layer</source>
        <translation>图层名称</translation>
    </message>
    <message>
        <source>id of the feature</source>
        <translation>要素 id</translation>
    </message>
    <message>
        <source>FIELD=VALUE; an empty value makes the field null</source>
        <translation>字段=值；值为空则清空该字段</translation>
    </message>
    <message>
        <source>the layer has no field "%1"</source>
        <translation>图层没有字段“%1”</translation>
    </message>
    <message>
        <source>`tuce-cli info` shows the fields</source>
        <translation>`tuce-cli info` 可查看字段</translation>
    </message>
    <message>
        <source>the layer does not say its coordinate reference system</source>
        <translation>图层未注明坐标参考系</translation>
    </message>
    <message>
        <source>say it with --crs %1</source>
        <translation>请用 --crs %1 说明</translation>
    </message>
    <message>
        <source>the project cannot be a source of itself</source>
        <translation>项目不能作为自己的来源</translation>
    </message>
    <message>
        <source>--name needs a single layer</source>
        <translation>--name 只能用于单个图层</translation>
    </message>
    <message>
        <source>name the layer as FILE|LAYER</source>
        <translation>请写成 文件|图层名</translation>
    </message>
    <message>
        <source>"%1" is not a size; write width x height in pixels, as 800x600</source>
        <translation>“%1”不是尺寸；请写成像素的 宽x高，如 800x600</translation>
    </message>
    <message>
        <source>no layer says its coordinate reference system</source>
        <translation>没有图层注明坐标参考系</translation>
    </message>
    <message>
        <source>give it with --crs</source>
        <translation>请用 --crs 给出</translation>
    </message>
    <message>
        <source>there is nothing to draw</source>
        <translation>没有可绘制的内容</translation>
    </message>
    <message>
        <source>the extent is empty; write xmin,ymin,xmax,ymax</source>
        <translation>范围为空；请写成 xmin,ymin,xmax,ymax</translation>
    </message>
    <message>
        <source>cannot write %1; available: %2</source>
        <translation>cannot write %1; available: %2</translation>
    </message>
    <message>
        <source>--out is missing</source>
        <translation>缺少 --out</translation>
    </message>
    <message>
        <source>draw the map of a project or of plain sources</source>
        <translation>绘制项目或数据文件的地图</translation>
    </message>
    <message>
        <source>project, or files as file or file|layer</source>
        <translation>项目，或数据文件(可写成 文件|图层名)</translation>
    </message>
    <message>
        <source>xmin,ymin,xmax,ymax; default: all layers</source>
        <translation>xmin,ymin,xmax,ymax;默认：全部图层</translation>
    </message>
    <message>
        <source>coordinate reference system of --extent</source>
        <translation>--extent 的坐标参考系</translation>
    </message>
    <message>
        <source>coordinate reference system of the map</source>
        <translation>地图的坐标参考系</translation>
    </message>
    <message>
        <source>width x height in pixels</source>
        <translation>宽 x 高，像素</translation>
    </message>
    <message>
        <source>pixels per inch; symbols and letters keep their millimetres</source>
        <translation>每英寸像素数；符号与文字保持毫米尺寸</translation>
    </message>
    <message>
        <source>draw that many frames and print the time of each as JSON</source>
        <translation>绘制若干帧并以 JSON 打印每帧用时</translation>
    </message>
    <message>
        <source>draw no names</source>
        <translation>不绘制注记</translation>
    </message>
    <message>
        <source>PNG file to write</source>
        <translation>输出的 PNG 文件</translation>
    </message>
    <message>
        <source>add --out FILE.html, .xlsx or .json</source>
        <translation>请加上 --out 文件.html、.xlsx 或 .json</translation>
    </message>
    <message>
        <source>the overlap report of a project</source>
        <translation>项目的压占分析报告</translation>
    </message>
    <message>
        <source>project file</source>
        <translation>项目文件</translation>
    </message>
    <message>
        <source>file to write: .html, .xlsx or .json</source>
        <translation>输出文件:.html、.xlsx 或 .json</translation>
    </message>
    <message>
        <source>the project has no sheets</source>
        <translation>项目中没有图幅</translation>
    </message>
    <message>
        <source>its sheets are: %1</source>
        <translation>它的图幅有：%1</translation>
    </message>
    <message>
        <source>there is nothing to export</source>
        <translation>没有可导出的内容</translation>
    </message>
    <message>
        <source>say which sheet with --sheet NAME, or --all</source>
        <translation>请用 --sheet 名称 指定图幅，或用 --all</translation>
    </message>
    <message>
        <source>there is no sheet "%1"</source>
        <translation>没有图幅“%1”</translation>
    </message>
    <message>
        <source>the folder could not be made</source>
        <translation>无法建立文件夹</translation>
    </message>
    <message>
        <source>list map sheets, or export them to PDF, SVG, PNG</source>
        <translation>列出图幅，或导出为 PDF、SVG、PNG</translation>
    </message>
    <message>
        <source>list the sheets of a project</source>
        <translation>列出项目的图幅</translation>
    </message>
    <message>
        <source>write sheets to PDF, SVG or PNG</source>
        <translation>把图幅写成 PDF、SVG 或 PNG</translation>
    </message>
    <message>
        <source>name of the sheet</source>
        <translation>图幅名称</translation>
    </message>
    <message>
        <source>all sheets; --out is a folder then</source>
        <translation>全部图幅；此时 --out 为文件夹</translation>
    </message>
    <message>
        <source>format of files in a folder: pdf, svg or png</source>
        <translation>文件夹中文件的格式:pdf、svg 或 png</translation>
    </message>
    <message>
        <source>pixels per inch of PNG</source>
        <translation>PNG 的每英寸像素数</translation>
    </message>
    <message>
        <source>file to write, or folder</source>
        <translation>输出文件或文件夹</translation>
    </message>
    <message>
        <source>coordinate reference system where a source does not say its own</source>
        <translation>来源未注明时的坐标参考系</translation>
    </message>
    <message>
        <source>most entities of a DXF once its blocks are in place</source>
        <translation>DXF 展开图块后最多的实体数</translation>
    </message>
    <message>
        <source>there is no command "%1"</source>
        <translation>没有命令“%1”</translation>
    </message>
    <message>
        <source>folder in which what was read and indexed is kept for the next run</source>
        <translation>存放已读取数据与索引的文件夹，供下次运行使用</translation>
    </message>
    <message>
        <source>field with the kinds of plan features: kinds that belong inside a control line are for information, by the shipped rules</source>
        <translation>方案要素种类所在字段：本应位于控制线内的种类按随附规则仅作提示</translation>
    </message>
    <message>
        <source>pieces of a mean width (2 × area / perimeter) below so many metres are slivers too</source>
        <translation>平均宽度(2×面积/周长)小于此米数的块也算碎面</translation>
    </message>
    <message>
        <source>slivers in %1: %2 with %3 m²; net without them: %4 ha</source>
        <translation>%1 内碎面 %2 个，共 %3 平方米；不含碎面净 %4 公顷</translation>
    </message>
    <message>
        <source>run: %1</source>
        <translation>核查编号：%1</translation>
    </message>
    <message>
        <source>file to write: .html, .xlsx, .json or .csv</source>
        <translation>要写出的文件：.html、.xlsx、.json 或 .csv</translation>
    </message>
    <message>
        <source>documents: %1</source>
        <translation>文档：%1</translation>
    </message>
    <message>
        <source>write the text that the offsets count in</source>
        <translation>写出位置所依据的文本</translation>
    </message>
    <message>
        <source>encoding of txt, md and html documents (default: found out)</source>
        <translation>txt、md、html 文档的编码（默认自动识别）</translation>
    </message>
    <message>
        <source>largest document file in MB</source>
        <translation>文档文件大小上限（MB）</translation>
    </message>
    <message>
        <source>most MB that a document unpacks to</source>
        <translation>文档解压后大小上限（MB）</translation>
    </message>
    <message>
        <source>most files inside a docx or odt</source>
        <translation>docx、odt 内部文件个数上限</translation>
    </message>
    <message>
        <source>how many times larger a part of a docx or odt may unpack</source>
        <translation>docx、odt 内部文件的解压倍数上限</translation>
    </message>
    <message>
        <source>most elements within elements of a document</source>
        <translation>文档元素嵌套层数上限</translation>
    </message>
    <message>
        <source>longest reading of a document in seconds</source>
        <translation>读取一份文档的时间上限（秒）</translation>
    </message>
    <message>
        <source>most memory for the reading of a document in MB</source>
        <translation>读取一份文档的内存上限（MB）</translation>
    </message>
    <message>
        <source>the place names that documents mention, by clause</source>
        <translation>列出文件各条款提到的地名</translation>
    </message>
    <message>
        <source>write places and mentions as .json, mentions as .csv</source>
        <translation>把地名与出处写成 .json，或把出处写成 .csv</translation>
    </message>
    <message>
        <source>further names (resources/corpus/names.schema.json)</source>
        <translation>另加的地名（格式见 resources/corpus/names.schema.json）</translation>
    </message>
    <message>
        <source>a plan whose boundary layers and own names count too</source>
        <translation>一并使用该项目的境界图层和自有地名</translation>
    </message>
    <message>
        <source>outside of the clauses</source>
        <translation>条款之外</translation>
    </message>
    <message>
        <source>%1 places, named %2 times</source>
        <translation>地名 %1 个，出现 %2 次</translation>
    </message>
    <message>
        <source>%1 in %2 may be any of %3; no other name beside it decides</source>
        <translation>%2 中的%1可能指 %3 中的任何一个，上下文无从判定</translation>
    </message>
    <message>
        <source>%1 %2: %3 km² drawn, %4 km² printed, ratio %5</source>
        <translation>%1 %2：图上 %3 平方公里，文件 %4 平方公里，比值 %5</translation>
    </message>
    <message>
        <source>file to write: .gpkg (one layer for each kind of geometry), .csv or .xlsx (register of the elements)</source>
        <translation>输出文件：.gpkg（每种几何一个图层），.csv 或 .xlsx（要素登记表）</translation>
    </message>
    <message>
        <source>build only this element and its parts; may be repeated</source>
        <translation>只构建此要素及其组成；可多次给出</translation>
    </message>
    <message>
        <source>add a layer of the member units, each with its role in the element</source>
        <translation>另加成员单元图层，注明各自在要素中的角色</translation>
    </message>
    <message>
        <source>how the layers are drawn: a style that ships, or a .json file (default: by what they are)</source>
        <translation>图层样式：随附样式名，或 .json 文件（默认按图层类别）</translation>
    </message>
    <message>
        <source>place names of your own (resources/corpus/names.schema.json)</source>
        <translation>自有地名（格式见 resources/corpus/names.schema.json）</translation>
    </message>
    <message>
        <source>add a map sheet of the project's layers</source>
        <translation>用项目图层新建一幅图</translation>
    </message>
    <message>
        <source>name of the sheet, unique in the project</source>
        <translation>图幅名称，在项目中唯一</translation>
    </message>
    <message>
        <source>title on the sheet (default: its name)</source>
        <translation>图名（默认同图幅名称）</translation>
    </message>
    <message>
        <source>layers that it shows (default: all visible ones)</source>
        <translation>所示图层（默认全部可见图层）</translation>
    </message>
    <message>
        <source>layer whose extent it shows (default: the layout layers)</source>
        <translation>以此图层的范围为图幅范围（默认布局图层）</translation>
    </message>
    <message>
        <source>documents and clauses that it rests on</source>
        <translation>依据的文件与条款</translation>
    </message>
    <message>
        <source>who made it</source>
        <translation>编制单位</translation>
    </message>
    <message>
        <source>date of the plan</source>
        <translation>编制日期</translation>
    </message>
    <message>
        <source>source or caution, printed below the map; may be repeated</source>
        <translation>图下的资料来源或注意事项；可多次给出</translation>
    </message>
    <message>
        <source>most elements of an html page</source>
        <translation>html 网页的元素个数上限</translation>
    </message>
    <message>
        <source>the cache was not written: %1</source>
        <translation>缓存未能写入：%1</translation>
    </message>
    <message>
        <source>keep the cut pieces (.gpkg always does): GEOS cuts them, which takes far longer than the numbers</source>
        <translation>保留切割出的图块（.gpkg 输出总是保留）；由 GEOS 切割，用时远多于只算数值</translation>
    </message>
    <message>
        <source>fill balance_error_m2 by a second route, what GEOS leaves of each plan feature: takes longest of all</source>
        <translation>用第二种算法填写 balance_error_m2，即由 GEOS 求各方案要素的剩余部分；用时最长</translation>
    </message>
    <message>
        <source>none of its %1 elements could be built; element %2 (kind "%3"): %4</source>
        <translation>其 %1 个要素均未能生成；要素 %2（类别“%3”）：%4</translation>
    </message>
    <message>
        <source>use a kind of resources/schemes/kinds.json</source>
        <translation>请改用 resources/schemes/kinds.json 中的类别</translation>
    </message>
    <message>
        <source>name a SOURCE, --document, --scheme or --link-clause</source>
        <translation>请指定 SOURCE、--document、--scheme 或 --link-clause</translation>
    </message>
    <message>
        <source>added scheme %1</source>
        <translation>已加入方案 %1</translation>
    </message>
    <message>
        <source>layout scheme to keep (resources/schemes/scheme.schema.json)</source>
        <translation>存入项目的布局方案（resources/schemes/scheme.schema.json）</translation>
    </message>
    <message>
        <source>the project keeps no scheme, and none of its features was built</source>
        <translation>项目中没有方案，也没有由方案生成的要素</translation>
    </message>
    <message>
        <source>add a scheme with `project add --scheme FILE`</source>
        <translation>可用 `project add --scheme FILE` 加入方案</translation>
    </message>
    <message>
        <source>the project keeps no scheme "%1"</source>
        <translation>项目中没有方案“%1”</translation>
    </message>
    <message>
        <source>a scheme is written as .json</source>
        <translation>方案只能写为 .json</translation>
    </message>
    <message>
        <source>name a file that ends so</source>
        <translation>请改用此扩展名的文件</translation>
    </message>
    <message>
        <source>wrote %1: %2 elements</source>
        <translation>已写出 %1：%2 个要素</translation>
    </message>
    <message>
        <source>write a scheme of the project as JSON (resources/schemes/scheme.schema.json)</source>
        <translation>将项目中的方案写为 JSON（resources/schemes/scheme.schema.json）</translation>
    </message>
    <message>
        <source>name of a kept scheme (default: all that the project has of its own, as it is drawn)</source>
        <translation>项目中方案的名称（默认：项目自有的全部要素，以绘制情况为准）</translation>
    </message>
    <message>
        <source>file to write: .json</source>
        <translation>输出文件：.json</translation>
    </message>
    <message>
        <source>raster: %1 x %2 pixels</source>
        <translation>栅格：%1 x %2 像元</translation>
    </message>
    <message>
        <source>scheme: %1, elements: %2</source>
        <translation>方案：%1，要素：%2</translation>
    </message>
    <message>
        <source>%1 is for layers of features, not for a raster</source>
        <translation>%1 只用于要素图层，不用于栅格</translation>
    </message>
    <message>
        <source>add the raster by a call of its own</source>
        <translation>栅格请单独添加</translation>
    </message>
    <message>
        <source>bands: %1 (%2, %3)</source>
        <translation>波段：%1（%2，%3）</translation>
    </message>
    <message>
        <source>overviews: %1</source>
        <translation>金字塔：%1</translation>
    </message>
    <message>
        <source>load the boundaries and rivers that it names with --base; an output that ends in .csv lists all reasons</source>
        <translation>请用 --base 载入其点名的边界和河流；以 .csv 结尾的输出会列出全部原因</translation>
    </message>
    <message>
        <source>pairs that needed GEOS: %1 of %2</source>
        <translation>需要 GEOS 的要素对：%1（共 %2 对）</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>文件无法写入</translation>
    </message>
    <message>
        <source>whether "%1" stands in %2 is not known: its text is not imported</source>
        <translation>“%1”是否见于%2无从核对：其正文尚未导入</translation>
    </message>
</context>
<context>
    <name>gis</name>
    <message>
        <source>the disk is full; nothing was replaced</source>
        <translation>磁盘已满；没有替换任何文件</translation>
    </message>
    <message>
        <source>free some space and try again</source>
        <translation>请腾出空间后重试</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <source>choose another folder or check its permissions</source>
        <translation>请换一个文件夹或检查其权限</translation>
    </message>
    <message>
        <source>the file exists already</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>name another file or allow replacing it with --force</source>
        <translation>请换一个文件名，或用 --force 允许替换</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>是一个文件夹</translation>
    </message>
    <message>
        <source>name a file</source>
        <translation>请指定文件</translation>
    </message>
    <message>
        <source>the folder does not exist</source>
        <translation>文件夹不存在</translation>
    </message>
    <message>
        <source>make the folder first</source>
        <translation>请先建立该文件夹</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>check the path</source>
        <translation>请检查路径</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>split the file</source>
        <translation>请拆分该文件</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>无法打开文件</translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation>请检查其权限</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>canceled; nothing was written</source>
        <translation>已取消；没有写出任何内容</translation>
    </message>
    <message>
        <source>the datum of %1 is neither CGCS2000 nor WGS 84; its areas may be wrong by more than rounding</source>
        <translation>%1 的基准既非 CGCS2000 也非 WGS 84；面积误差可能超过取整误差</translation>
    </message>
    <message>
        <source>bring the data to CGCS2000 with approved parameters first, or accept the rough step</source>
        <translation>请先用经批准的参数转换到 CGCS2000，或接受粗略转换</translation>
    </message>
    <message>
        <source>the coordinate reference system is not known</source>
        <translation>坐标参考系未知</translation>
    </message>
    <message>
        <source>say which one it is</source>
        <translation>请说明是哪一个</translation>
    </message>
    <message>
        <source>the file has %1 bytes, more than the limit of %2</source>
        <translation>文件有 %1 字节，超过上限 %2</translation>
    </message>
    <message>
        <source>feature %1</source>
        <translation>要素 %1</translation>
    </message>
    <message>
        <source>eastings of 8 digits begin with %1, which is a 3-degree zone (central meridian %2)</source>
        <translation>东坐标 8 位、以 %1 开头，为三度带(中央经线 %2)</translation>
    </message>
    <message>
        <source>eastings of 8 digits begin with %1, which is a 6-degree zone (central meridian %2)</source>
        <translation>东坐标 8 位、以 %1 开头，为六度带(中央经线 %2)</translation>
    </message>
    <message>
        <source>eastings of 6 digits have no zone number: the central meridian has to be told</source>
        <translation>东坐标 6 位、无带号：需要说明中央经线</translation>
    </message>
    <message>
        <source>the numbers fit no usual coordinate reference system</source>
        <translation>坐标数值不符合任何常用坐标参考系</translation>
    </message>
    <message>
        <source>longitude %1 lies outside the zones of CGCS2000 (%2 to %3 degrees east)</source>
        <translation>经度 %1 不在 CGCS2000 分带范围内(东经 %2 至 %3 度)</translation>
    </message>
    <message>
        <source>there are no coordinates to judge by</source>
        <translation>没有可供判断的坐标</translation>
    </message>
    <message>
        <source>the numbers look like degrees of longitude and latitude</source>
        <translation>数值像是经纬度</translation>
    </message>
    <message>
        <source>the numbers look like degrees with latitude before longitude</source>
        <translation>数值像是纬度在前的经纬度</translation>
    </message>
    <message>
        <source>the layer does not say its coordinate reference system</source>
        <translation>图层未注明坐标参考系</translation>
    </message>
    <message>
        <source>%1; the axes seem to be swapped, so mend the file first</source>
        <translation>%1；坐标轴似乎颠倒，请先修正文件</translation>
    </message>
    <message>
        <source>%1; if that is right, add %2 %3</source>
        <translation>%1；若正确，请加上 %2 %3</translation>
    </message>
    <message>
        <source>%1; name it with %2 CODE</source>
        <translation>%1；请用 %2 代码 指定</translation>
    </message>
    <message>
        <source>the coordinate reference system %1 is not known</source>
        <translation>不认识坐标参考系 %1</translation>
    </message>
    <message>
        <source>name an EPSG code such as EPSG:4490 or EPSG:4545</source>
        <translation>请给出 EPSG 代码，如 EPSG:4490 或 EPSG:4545</translation>
    </message>
    <message>
        <source>the description of the coordinate reference system (WKT) cannot be read</source>
        <translation>无法读懂坐标参考系的描述(WKT)</translation>
    </message>
    <message>
        <source>no official parameters are known between the datums of %1 and %2; the error may reach 100 m</source>
        <translation>%1 与 %2 的基准之间没有公开的官方参数，误差可达 100 米</translation>
    </message>
    <message>
        <source>no transformation from %1 to %2 was found</source>
        <translation>找不到从 %1 到 %2 的转换</translation>
    </message>
    <message>
        <source>the position %1, %2 has no image in the other coordinate reference system</source>
        <translation>位置 %1, %2 在另一坐标参考系中没有对应点</translation>
    </message>
    <message>
        <source>check the coordinate reference system of the data</source>
        <translation>请检查数据的坐标参考系</translation>
    </message>
    <message>
        <source>WGS 84 and CGCS2000 are taken as equal; they differ by less than a few decimetres</source>
        <translation>WGS 84 与 CGCS2000 视为相同(相差不到几分米)</translation>
    </message>
    <message>
        <source>%1 was taken over to %2 without a datum shift, as was asked; the error may reach 100 m</source>
        <translation>已按要求不做基准转换地把 %1 转到 %2；误差可达 100 米</translation>
    </message>
    <message>
        <source>%1 is not a horizontal coordinate reference system</source>
        <translation>%1 不是平面坐标参考系</translation>
    </message>
    <message>
        <source>name a geographic or projected one, such as EPSG:4490 or EPSG:4545</source>
        <translation>请给出地理或投影坐标系，如 EPSG:4490 或 EPSG:4545</translation>
    </message>
    <message>
        <source>a coordinate is not a finite number</source>
        <translation>坐标不是有限数</translation>
    </message>
    <message>
        <source>the geometry has a line or ring with too few points</source>
        <translation>几何中有点数不足的线或环</translation>
    </message>
    <message>
        <source>the geometries cannot be collected</source>
        <translation>无法合并这些几何</translation>
    </message>
    <message>
        <source>the two geometries cannot be overlaid</source>
        <translation>两个几何无法叠加</translation>
    </message>
    <message>
        <source>the geometry cannot be clipped</source>
        <translation>几何无法裁剪</translation>
    </message>
    <message>
        <source>the geometry cannot be prepared</source>
        <translation>几何无法预处理</translation>
    </message>
    <message>
        <source>the two geometries cannot be compared</source>
        <translation>两个几何无法比较</translation>
    </message>
    <message>
        <source>an empty geometry has no distance</source>
        <translation>空几何没有距离</translation>
    </message>
    <message>
        <source>the distance of the two geometries cannot be found</source>
        <translation>无法求出两个几何的距离</translation>
    </message>
    <message>
        <source>%1 is not a distance that can be used</source>
        <translation>%1 不是可用的距离</translation>
    </message>
    <message>
        <source>an empty geometry has no points</source>
        <translation>空几何没有点</translation>
    </message>
    <message>
        <source>no buffer can be drawn about the geometry</source>
        <translation>无法为几何做缓冲区</translation>
    </message>
    <message>
        <source>no band can be drawn about the line</source>
        <translation>无法沿线做带状区</translation>
    </message>
    <message>
        <source>no hull can be drawn about the geometry</source>
        <translation>无法为几何做外包</translation>
    </message>
    <message>
        <source>the geometry cannot be simplified</source>
        <translation>几何无法化简</translation>
    </message>
    <message>
        <source>no point inside the geometry can be found</source>
        <translation>无法找到几何内部的点</translation>
    </message>
    <message>
        <source>no circle inside the polygon can be found</source>
        <translation>无法找到面内的圆</translation>
    </message>
    <message>
        <source>the lines cannot be joined</source>
        <translation>线无法连接</translation>
    </message>
    <message>
        <source>the nearest points of the two geometries cannot be found</source>
        <translation>无法找到两个几何的最近点</translation>
    </message>
    <message>
        <source>state it with an option</source>
        <translation>请用选项说明</translation>
    </message>
    <message>
        <source>neither layer says its coordinate reference system; taken as the same</source>
        <translation>两个图层都未注明坐标参考系；按相同处理</translation>
    </message>
    <message>
        <source>overlaid by the slower way %1</source>
        <translation>用较慢的方式 %1 叠加</translation>
    </message>
    <message>
        <source>the geometries cannot be united</source>
        <translation>几何无法合并</translation>
    </message>
    <message>
        <source>a ring touches itself at (%1, %2)</source>
        <translation>环在 (%1, %2) 处自相接触</translation>
    </message>
    <message>
        <source>crosses itself at (%1, %2)</source>
        <translation>在 (%1, %2) 处自相交</translation>
    </message>
    <message>
        <source>a hole lies outside its shell at (%1, %2)</source>
        <translation>洞在 (%1, %2) 处位于外环之外</translation>
    </message>
    <message>
        <source>a hole lies in another hole at (%1, %2)</source>
        <translation>洞在 (%1, %2) 处位于另一洞内</translation>
    </message>
    <message>
        <source>a part lies in another part at (%1, %2)</source>
        <translation>部分在 (%1, %2) 处位于另一部分之内</translation>
    </message>
    <message>
        <source>holes cut the inside apart at (%1, %2)</source>
        <translation>洞在 (%1, %2) 处把内部割断</translation>
    </message>
    <message>
        <source>two rings are the same at (%1, %2)</source>
        <translation>两个环在 (%1, %2) 处相同</translation>
    </message>
    <message>
        <source>too few different points at (%1, %2)</source>
        <translation>(%1, %2) 处不同的点过少</translation>
    </message>
    <message>
        <source>a ring is not closed at (%1, %2)</source>
        <translation>环在 (%1, %2) 处未闭合</translation>
    </message>
    <message>
        <source>invalid: %1</source>
        <translation>无效：%1</translation>
    </message>
    <message>
        <source>the coordinate of vertex %1 is not a finite number</source>
        <translation>第 %1 个顶点的坐标不是有限数</translation>
    </message>
    <message>
        <source>correct or delete the feature in its source</source>
        <translation>请在来源中改正或删除该要素</translation>
    </message>
    <message>
        <source>the geometry cannot be repaired</source>
        <translation>几何无法修复</translation>
    </message>
    <message>
        <source>not a geometry in WKT: %1</source>
        <translation>不是 WKT 几何：%1</translation>
    </message>
    <message>
        <source>a block of the drawing holds itself, or blocks are nested too deep</source>
        <translation>图形中的图块包含自身，或图块嵌套过深</translation>
    </message>
    <message>
        <source>explode the blocks in the program the drawing comes from</source>
        <translation>请在原程序中分解图块</translation>
    </message>
    <message>
        <source>the blocks of the drawing become more than %1 entities</source>
        <translation>图形的图块展开后多于 %1 个实体</translation>
    </message>
    <message>
        <source>raise the limit with --max-block-entities, or explode the blocks</source>
        <translation>请用 --max-block-entities 提高上限，或分解图块</translation>
    </message>
    <message>
        <source>the .cpg says %1, the language byte of the .dbf says %2; %1 is used</source>
        <translation>.cpg 标明 %1,.dbf 语言字节标明 %2；采用 %1</translation>
    </message>
    <message>
        <source>the geometry is nested too deep</source>
        <translation>几何嵌套过深</translation>
    </message>
    <message>
        <source>the geometry is cut off</source>
        <translation>几何数据不完整</translation>
    </message>
    <message>
        <source>geometry type %1 is not supported</source>
        <translation>不支持几何类型 %1</translation>
    </message>
    <message>
        <source>a coordinate is not a number</source>
        <translation>坐标不是数字</translation>
    </message>
    <message>
        <source>not a geometry in the form of a GeoPackage</source>
        <translation>不是 GeoPackage 格式的几何</translation>
    </message>
    <message>
        <source>export the layer to a new GeoPackage with the program it comes from</source>
        <translation>请用原来的程序把图层导出到新的 GeoPackage</translation>
    </message>
    <message>
        <source>the GeoPackage is cut off: %1 bytes of %2 are there</source>
        <translation>GeoPackage 不完整：%2 字节中只有 %1 字节</translation>
    </message>
    <message>
        <source>get the file again</source>
        <translation>请重新获取该文件</translation>
    </message>
    <message>
        <source>a private copy of the file and its log cannot be made</source>
        <translation>无法为文件及其日志建立私有副本</translation>
    </message>
    <message>
        <source>free some space in the folder for temporary files, or close the program that has the file open</source>
        <translation>请在临时文件夹腾出空间，或关闭正在打开该文件的程序</translation>
    </message>
    <message>
        <source>the table %1 of the GeoPackage is a view, which would run SQL of the file</source>
        <translation>GeoPackage 的表 %1 是视图，会执行文件中的 SQL</translation>
    </message>
    <message>
        <source>the table %1 is a virtual one, which would run code</source>
        <translation>表 %1 是虚拟表，会执行代码</translation>
    </message>
    <message>
        <source>the layer is a view, which would run SQL of the file</source>
        <translation>图层是视图，会执行文件中的 SQL</translation>
    </message>
    <message>
        <source>the layer has computed columns, which would run SQL of the file</source>
        <translation>图层有计算列，会执行文件中的 SQL</translation>
    </message>
    <message>
        <source>the file is not a GeoPackage</source>
        <translation>该文件不是 GeoPackage</translation>
    </message>
    <message>
        <source>get the file again or correct its ending</source>
        <translation>请重新获取该文件或改正扩展名</translation>
    </message>
    <message>
        <source>choose another place or format</source>
        <translation>请换一个位置或格式</translation>
    </message>
    <message>
        <source>a Shapefile holds geometries of one kind, and at least one</source>
        <translation>Shapefile 只能存一类几何，且至少一个</translation>
    </message>
    <message>
        <source>write .gpkg</source>
        <translation>请写成 .gpkg</translation>
    </message>
    <message>
        <source>a text of field %1 has %2 bytes, a Shapefile holds 254</source>
        <translation>字段 %1 的文字有 %2 字节，Shapefile 最多 254 字节</translation>
    </message>
    <message>
        <source>the folder cannot be written to</source>
        <translation>文件夹不可写</translation>
    </message>
    <message>
        <source>names a service or a virtual file, which is not opened</source>
        <translation>指向网络服务或虚拟文件，不予打开</translation>
    </message>
    <message>
        <source>save the data to a local file and name that</source>
        <translation>请把数据保存为本地文件再指定</translation>
    </message>
    <message>
        <source>the geodatabase holds something that is not a regular file: %1</source>
        <translation>地理数据库中有非普通文件：%1</translation>
    </message>
    <message>
        <source>the folder is not a geodatabase</source>
        <translation>该文件夹不是地理数据库</translation>
    </message>
    <message>
        <source>the file is empty or cannot be read</source>
        <translation>文件为空或无法读取</translation>
    </message>
    <message>
        <source>check the file and its permissions</source>
        <translation>请检查文件及其权限</translation>
    </message>
    <message>
        <source>holds XML under the ending %1; files that point to other data are not opened</source>
        <translation>扩展名 %1 之下是 XML;指向别的数据的文件不予打开</translation>
    </message>
    <message>
        <source>name the data file itself</source>
        <translation>请指定数据文件本身</translation>
    </message>
    <message>
        <source>the content is not what the ending %1 says</source>
        <translation>内容与扩展名 %1 不符</translation>
    </message>
    <message>
        <source>files ending in %1 are not opened</source>
        <translation>不打开扩展名为 %1 的文件</translation>
    </message>
    <message>
        <source>convert it to one of %1</source>
        <translation>请转换为其中之一：%1</translation>
    </message>
    <message>
        <source>the file is locked by another program</source>
        <translation>文件被另一个程序锁定</translation>
    </message>
    <message>
        <source>close it there (QGIS keeps the files of a project open) and try again</source>
        <translation>请在那里关闭(QGIS 会一直打开项目文件)后重试</translation>
    </message>
    <message>
        <source>a value or statement is too large for the database</source>
        <translation>值或语句对数据库来说过大</translation>
    </message>
    <message>
        <source>the database did not take a value</source>
        <translation>数据库没有接受一个值</translation>
    </message>
    <message>
        <source>the file is damaged or not what it claims to be</source>
        <translation>文件已损坏或与其格式不符</translation>
    </message>
    <message>
        <source>restore it from a copy</source>
        <translation>请从备份恢复</translation>
    </message>
    <message>
        <source>the rollback journal beside the file names further files</source>
        <translation>文件旁的回滚日志指向别的文件</translation>
    </message>
    <message>
        <source>remove the journal if you do not know where it comes from</source>
        <translation>如不清楚该日志的来历，请移走它</translation>
    </message>
    <message>
        <source>the text encoding %1 is not known</source>
        <translation>不认识文字编码 %1</translation>
    </message>
    <message>
        <source>use UTF-8 or GBK</source>
        <translation>请用 UTF-8 或 GBK</translation>
    </message>
    <message>
        <source>GDAL says: %1</source>
        <translation>GDAL 提示：%1</translation>
    </message>
    <message>
        <source>the binary field %1 is left out</source>
        <translation>二进制字段 %1 已略去</translation>
    </message>
    <message>
        <source>the layer is damaged and cannot be read</source>
        <translation>图层已损坏，无法读取</translation>
    </message>
    <message>
        <source>the layer is damaged and cannot be read to its end (after feature %1)</source>
        <translation>图层已损坏，读不到末尾(要素 %1 之后)</translation>
    </message>
    <message>
        <source>get the file again, or save it anew with the program it comes from</source>
        <translation>请重新获取该文件，或用原程序另存一份</translation>
    </message>
    <message>
        <source>the parts of lower dimension in the collection are left out</source>
        <translation>集合中低维的部分已略去</translation>
    </message>
    <message>
        <source>a coordinate is NaN or infinite, which JSON does not know</source>
        <translation>坐标为 NaN 或无穷大，JSON 不允许</translation>
    </message>
    <message>
        <source>the layer has more than %1 features</source>
        <translation>图层要素多于 %1 个</translation>
    </message>
    <message>
        <source>raise the limit with --max-features</source>
        <translation>请用 --max-features 提高上限</translation>
    </message>
    <message>
        <source>the layer has more than %1 vertices</source>
        <translation>图层顶点多于 %1 个</translation>
    </message>
    <message>
        <source>raise the limit with --max-vertices</source>
        <translation>请用 --max-vertices 提高上限</translation>
    </message>
    <message>
        <source>heights and measures (Z, M) are left out</source>
        <translation>高程与测量值(Z、M)已略去</translation>
    </message>
    <message>
        <source>curves are read as chains of straight edges</source>
        <translation>曲线按折线读取</translation>
    </message>
    <message>
        <source>%1 collections in all lost their parts of lower dimension</source>
        <translation>共有 %1 个集合略去了低维部分</translation>
    </message>
    <message>
        <source>%1 features in all have coordinates that are not finite numbers</source>
        <translation>共有 %1 个要素的坐标不是有限数</translation>
    </message>
    <message>
        <source>has no geometry, or one that cannot be read; features like it: %1</source>
        <translation>没有几何或几何无法读取；同类要素数：%1</translation>
    </message>
    <message>
        <source>not all text is %1; features so affected: %2</source>
        <translation>并非所有文字都是 %1；受影响的要素：%2</translation>
    </message>
    <message>
        <source>feature ids occur more than once; the later features are numbered from %1 on</source>
        <translation>要素 id 重复；后出现的要素从 %1 起重新编号</translation>
    </message>
    <message>
        <source>there is no such layer</source>
        <translation>没有这个图层</translation>
    </message>
    <message>
        <source>the file has: %1</source>
        <translation>文件中有：%1</translation>
    </message>
    <message>
        <source>there is no layer with geometries</source>
        <translation>没有带几何的图层</translation>
    </message>
    <message>
        <source>the file has several layers</source>
        <translation>文件中有多个图层</translation>
    </message>
    <message>
        <source>name one of them as FILE|LAYER: %1</source>
        <translation>请写成 文件|图层名，可选：%1</translation>
    </message>
    <message>
        <source>the part .shx of the Shapefile is missing</source>
        <translation>Shapefile 缺少 .shx 文件</translation>
    </message>
    <message>
        <source>put all parts of the Shapefile into one folder</source>
        <translation>请把 Shapefile 的各个文件放在同一文件夹</translation>
    </message>
    <message>
        <source>cannot be read as GeoJSON</source>
        <translation>不能按 GeoJSON 读取</translation>
    </message>
    <message>
        <source>get the file again or correct it at that place</source>
        <translation>请重新获取该文件，或在该处改正</translation>
    </message>
    <message>
        <source>the file is damaged or of a variant that is not read</source>
        <translation>文件已损坏，或属于不支持的变体</translation>
    </message>
    <message>
        <source>the coordinate reference system of the layer is not understood (%1)</source>
        <translation>无法理解图层的坐标参考系(%1)</translation>
    </message>
    <message>
        <source>the coordinate reference system of the layer is not understood</source>
        <translation>无法理解图层的坐标参考系</translation>
    </message>
    <message>
        <source>cannot write %1</source>
        <translation>cannot write %1</translation>
    </message>
    <message>
        <source>available: %1</source>
        <translation>available: %1</translation>
    </message>
    <message>
        <source>%1 holds one layer, there are %2</source>
        <translation>%1 只能存一个图层，现有 %2 个</translation>
    </message>
    <message>
        <source>write .gpkg, or one file for each layer</source>
        <translation>请写成 .gpkg,或每个图层一个文件</translation>
    </message>
    <message>
        <source>GeoJSON is in WGS 84, but the layer does not say its coordinate reference system</source>
        <translation>GeoJSON 采用 WGS 84，但图层未注明坐标参考系</translation>
    </message>
    <message>
        <source>state it, or write .gpkg</source>
        <translation>请说明，或写成 .gpkg</translation>
    </message>
    <message>
        <source>there is no layer to write</source>
        <translation>没有可写出的图层</translation>
    </message>
    <message>
        <source>the field %1 is called %2 in the file: a name has no more than 10 bytes</source>
        <translation>字段“%1”在文件中写作“%2”：字段名最多 10 字节</translation>
    </message>
    <message>
        <source>texts of the field %1 were cut to 254 bytes; features: %2</source>
        <translation>字段“%1”的文字超过 254 字节，已截断；要素：%2</translation>
    </message>
    <message>
        <source>%1 does not hold these characters of the field %2, "?" stands for them: %3; features: %4</source>
        <translation>%1 不能表示字段“%2”中的下列字符，已用“?”代替：%3；要素：%4</translation>
    </message>
    <message>
        <source>tables are not written in the encoding %1</source>
        <translation>属性表不能以 %1 编码写出</translation>
    </message>
    <message>
        <source>the file is UTF-8 as GeoJSON has to be, and is read so; the encoding %1 is not used</source>
        <translation>文件是 GeoJSON 规定的 UTF-8 编码，已按 UTF-8 读取，未采用 %1 编码</translation>
    </message>
    <message>
        <source>the raster has no band that could be shown</source>
        <translation>栅格没有可显示的波段</translation>
    </message>
    <message>
        <source>a raster of complex numbers is not shown</source>
        <translation>不显示复数栅格</translation>
    </message>
    <message>
        <source>save its real part or its magnitude as a raster</source>
        <translation>把实部或模另存为栅格</translation>
    </message>
    <message>
        <source>the raster is beyond the limits: %1</source>
        <translation>栅格超出限制：%1</translation>
    </message>
    <message>
        <source>save it as a tiled GeoTIFF of a smaller part</source>
        <translation>裁小后另存为分块（tiled）GeoTIFF</translation>
    </message>
    <message>
        <source>the raster does not say where its pixels lie</source>
        <translation>栅格没有地理定位</translation>
    </message>
    <message>
        <source>georeference it, or put a world file (.tfw) beside it; control points alone do not place it</source>
        <translation>先做地理配准，或在旁边放坐标文件（.tfw）；只有控制点不能定位</translation>
    </message>
    <message>
        <source>the place of the raster's pixels makes no sense</source>
        <translation>栅格的定位参数不合理</translation>
    </message>
    <message>
        <source>georeference it again</source>
        <translation>重新做地理配准</translation>
    </message>
    <message>
        <source>the raster cannot be read</source>
        <translation>栅格无法读取</translation>
    </message>
    <message>
        <source>pixels of the raster cannot be read: the file is cut short or damaged</source>
        <translation>栅格像元无法读取：文件不完整或已损坏</translation>
    </message>
</context>
<context>
    <name>layers</name>
    <message>
        <source>the project is open in another window</source>
        <translation>项目已在另一窗口打开</translation>
    </message>
    <message>
        <source>close it there first</source>
        <translation>请先在那里关闭</translation>
    </message>
    <message>
        <source>no layer is chosen to draw into</source>
        <translation>没有选择要绘入的图层</translation>
    </message>
    <message>
        <source>choose a layout layer in the layer list</source>
        <translation>请在图层列表中选择布局图层</translation>
    </message>
    <message>
        <source>the layer is linked to a file and cannot be edited here</source>
        <translation>图层链接自文件，不能在此编辑</translation>
    </message>
    <message>
        <source>add it again as a copy, or draw into another layer</source>
        <translation>请以复制方式重新添加，或绘入其他图层</translation>
    </message>
    <message>
        <source>a basemap is not drawn into</source>
        <translation>底图不能绘入</translation>
    </message>
    <message>
        <source>the layer is not there any more</source>
        <translation>图层已不存在</translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation>绘制%1</translation>
    </message>
    <message>
        <source>Move features</source>
        <translation>移动要素</translation>
    </message>
    <message>
        <source>Duplicate features</source>
        <translation>复制要素</translation>
    </message>
    <message>
        <source>Add vertex</source>
        <translation>增加节点</translation>
    </message>
    <message>
        <source>Move vertex</source>
        <translation>移动节点</translation>
    </message>
    <message>
        <source>Delete vertex</source>
        <translation>删除节点</translation>
    </message>
    <message>
        <source>a link to clause %1 comes from a feature that is not in the plan</source>
        <translation>到条款 %1 的关联来自方案中不存在的要素</translation>
    </message>
    <message>
        <source>linked to clause %1, which is not in the plan's documents</source>
        <translation>关联到条款 %1，但方案的文件中没有该条款</translation>
    </message>
    <message>
        <source>the words "%1" that the link rests on do not stand in clause %2</source>
        <translation>关联所依据的词句“%1”不在条款 %2 中</translation>
    </message>
    <message>
        <source>the feature rests on no clause</source>
        <translation>该要素没有条款依据</translation>
    </message>
    <message>
        <source>its members %1 are not printed in clause %2 but read into it</source>
        <translation>其成员%1并未印在条款 %2 中，系推断</translation>
    </message>
    <message>
        <source>its members %1 are not named in clause %2</source>
        <translation>其成员%1在条款 %2 中未提及</translation>
    </message>
    <message>
        <source>it lacks %1 and has %2, other than %3 in clause %4</source>
        <translation>与条款 %4 的%3不同：缺少%1，多出%2</translation>
    </message>
    <message>
        <source>it lacks %1, which belong to %2 in clause %3</source>
        <translation>缺少%1，而它们属于条款 %3 的%2</translation>
    </message>
    <message>
        <source>it has %1, which do not belong to %2 in clause %3</source>
        <translation>含有%1，而它们不属于条款 %3 的%2</translation>
    </message>
    <message>
        <source>the rules of the audit are damaged</source>
        <translation>图文一致核对的规则已损坏</translation>
    </message>
    <message>
        <source>install the program's resources again</source>
        <translation>请重新安装程序的资源</translation>
    </message>
    <message>
        <source>planar areas need a projected coordinate system, not %1</source>
        <translation>平面面积需要投影坐标系，而不是 %1</translation>
    </message>
    <message>
        <source>measure on the ellipsoid, or transform the plan layer first</source>
        <translation>请改用椭球面积，或先转换方案图层的坐标系</translation>
    </message>
    <message>
        <source>control feature %1 repaired: %2</source>
        <translation>控制线要素 %1 已修复：%2</translation>
    </message>
    <message>
        <source>plan feature repaired: %1</source>
        <translation>方案要素已修复：%1</translation>
    </message>
    <message>
        <source>no answer against %1 %2: %3</source>
        <translation>与 %1 %2 比较没有结果：%3</translation>
    </message>
    <message>
        <source>control feature %1 skipped: %2</source>
        <translation>控制线要素 %1 已跳过：%2</translation>
    </message>
    <message>
        <source>%1 of %2 points</source>
        <translation>%2 个点中的 %1 个</translation>
    </message>
    <message>
        <source>cut by a slower, less exact route</source>
        <translation>用较慢、精度较低的方式求交</translation>
    </message>
    <message>
        <source>outside the layer</source>
        <translation>在图层之外</translation>
    </message>
    <message>
        <source>%1 of %2 points lie outside</source>
        <translation>%2 个点中有 %1 个在界外</translation>
    </message>
    <message>
        <source>only features of layout layers are checked</source>
        <translation>只核查布局图层的要素</translation>
    </message>
    <message>
        <source>it has no geometry</source>
        <translation>没有几何</translation>
    </message>
    <message>
        <source>there is no field %1</source>
        <translation>没有字段 %1</translation>
    </message>
    <message>
        <source>choose one of: %1</source>
        <translation>请从中选择：%1</translation>
    </message>
    <message>
        <source>%1 features have no id in the field %2</source>
        <translation>有 %1 个要素在字段 %2 中没有编号</translation>
    </message>
    <message>
        <source>%1 features share an id of the field %2 with another, as %3</source>
        <translation>有 %1 个要素在字段 %2 中的编号与别的要素相同，如 %3</translation>
    </message>
    <message>
        <source>checked on a repaired copy: %1</source>
        <translation>按修复后的副本核查：%1</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation>已跳过：%1</translation>
    </message>
    <message>
        <source>a check needs at least one plan layer and one control layer</source>
        <translation>核查至少需要一个方案图层和一个控制线图层</translation>
    </message>
    <message>
        <source>name both</source>
        <translation>请两者都指定</translation>
    </message>
    <message>
        <source>an approval needs a reason; it goes into the report</source>
        <translation>认可需要写明理由，理由会写入报告</translation>
    </message>
    <message>
        <source>Approve %1 findings</source>
        <translation>认可 %1 项发现</translation>
    </message>
    <message>
        <source>Withdraw approvals</source>
        <translation>撤回认可</translation>
    </message>
    <message>
        <source>a document needs an id</source>
        <translation>文件需要编号</translation>
    </message>
    <message>
        <source>Add document %1</source>
        <translation>添加文件 %1</translation>
    </message>
    <message>
        <source>Add policy documents</source>
        <translation>添加政策文件</translation>
    </message>
    <message>
        <source>the project has no document "%1"</source>
        <translation>项目中没有文件“%1”</translation>
    </message>
    <message>
        <source>Remove document %1</source>
        <translation>移除文件 %1</translation>
    </message>
    <message>
        <source>no such layer</source>
        <translation>没有这个图层</translation>
    </message>
    <message>
        <source>the layer is linked and read-only</source>
        <translation>图层是链接的，只读</translation>
    </message>
    <message>
        <source>copy it into the project to edit it</source>
        <translation>请复制进项目后再编辑</translation>
    </message>
    <message>
        <source>the layer has no such feature</source>
        <translation>图层没有这个要素</translation>
    </message>
    <message>
        <source>Change features of %1</source>
        <translation>修改%1的要素</translation>
    </message>
    <message>
        <source>Delete features of %1</source>
        <translation>删除%1的要素</translation>
    </message>
    <message>
        <source>the layer has no field "%1"</source>
        <translation>图层没有字段“%1”</translation>
    </message>
    <message>
        <source>use one of %1</source>
        <translation>请用其中之一：%1</translation>
    </message>
    <message>
        <source>Change attributes of feature %1 of %2</source>
        <translation>修改 %2 的要素 %1 的属性</translation>
    </message>
    <message>
        <source>field %1 cannot take "%2"</source>
        <translation>字段 %1 不能接受“%2”</translation>
    </message>
    <message>
        <source>write true or false</source>
        <translation>请写 true 或 false</translation>
    </message>
    <message>
        <source>write a date as 2026-11-21</source>
        <translation>日期请写成 2026-11-21</translation>
    </message>
    <message>
        <source>write a time as 2026-11-21T19:30:00</source>
        <translation>时间请写成 2026-11-21T19:30:00</translation>
    </message>
    <message>
        <source>write an integer</source>
        <translation>请写整数</translation>
    </message>
    <message>
        <source>write a number with a point, as 12.5</source>
        <translation>请写带小数点的数，如 12.5</translation>
    </message>
    <message>
        <source>the field holds %1 characters</source>
        <translation>该字段最多 %1 个字符</translation>
    </message>
    <message>
        <source>the map needs a coordinate reference system</source>
        <translation>地图需要坐标参考系</translation>
    </message>
    <message>
        <source>name one, as EPSG:4490</source>
        <translation>请给出，如 EPSG:4490</translation>
    </message>
    <message>
        <source>Change the head data of the plan</source>
        <translation>修改方案的基本信息</translation>
    </message>
    <message>
        <source>a layer needs a name</source>
        <translation>图层需要名称</translation>
    </message>
    <message>
        <source>there is a layer of that name already</source>
        <translation>已有同名图层</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>请换一个名称</translation>
    </message>
    <message>
        <source>Add layer %1</source>
        <translation>添加图层 %1</translation>
    </message>
    <message>
        <source>Remove layer %1</source>
        <translation>移除图层 %1</translation>
    </message>
    <message>
        <source>Rename layer to %1</source>
        <translation>图层改名为 %1</translation>
    </message>
    <message>
        <source>Move layer %1</source>
        <translation>移动图层 %1</translation>
    </message>
    <message>
        <source>Style of %1</source>
        <translation>%1 的样式</translation>
    </message>
    <message>
        <source>Show layer %1</source>
        <translation>显示图层 %1</translation>
    </message>
    <message>
        <source>Hide layer %1</source>
        <translation>隐藏图层 %1</translation>
    </message>
    <message>
        <source>Rule of %1</source>
        <translation>%1 的规则</translation>
    </message>
    <message>
        <source>Fields of %1</source>
        <translation>%1 的字段</translation>
    </message>
    <message>
        <source>the project has no clause "%1"</source>
        <translation>项目中没有条款“%1”</translation>
    </message>
    <message>
        <source>add its document first, or look for its id with `tuce-cli project info --json`</source>
        <translation>请先添加其文件，或用 `tuce-cli project info --json` 查看编号</translation>
    </message>
    <message>
        <source>the feature is linked to clause "%1" in this way already</source>
        <translation>该要素已与条款“%1”有此关联</translation>
    </message>
    <message>
        <source>Link to clause %1</source>
        <translation>关联条款 %1</translation>
    </message>
    <message>
        <source>Remove link to clause %1</source>
        <translation>解除与条款 %1 的关联</translation>
    </message>
    <message>
        <source>no such link</source>
        <translation>没有这条关联</translation>
    </message>
    <message>
        <source>no such map sheet</source>
        <translation>没有这个图幅</translation>
    </message>
    <message>
        <source>a map sheet needs a name</source>
        <translation>图幅需要名称</translation>
    </message>
    <message>
        <source>there is a map sheet "%1" already</source>
        <translation>已有图幅“%1”</translation>
    </message>
    <message>
        <source>Add map sheet %1</source>
        <translation>添加图幅 %1</translation>
    </message>
    <message>
        <source>Change map sheet %1</source>
        <translation>修改图幅 %1</translation>
    </message>
    <message>
        <source>Remove map sheet %1</source>
        <translation>移除图幅 %1</translation>
    </message>
    <message>
        <source>without this vertex nothing would be left of the shape</source>
        <translation>去掉这个顶点图形就不存在了</translation>
    </message>
    <message>
        <source>delete the feature instead</source>
        <translation>请改为删除该要素</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>a job failed</source>
        <translation>任务失败</translation>
    </message>
    <message>
        <source>unknown word "%1"</source>
        <translation>不认识的词“%1”</translation>
    </message>
    <message>
        <source>the map sheet cannot be read</source>
        <translation>无法读取图幅</translation>
    </message>
    <message>
        <source>the numbering has a gap at %1</source>
        <translation>编号在 %1 处有缺号</translation>
    </message>
    <message>
        <source>the number %1 is printed again</source>
        <translation>编号 %1 重复出现</translation>
    </message>
    <message>
        <source>the text has no %1; its links keep</source>
        <translation>文本中没有 %1；其关联保留</translation>
    </message>
    <message>
        <source>%1 is not in the shipped index and was added</source>
        <translation>%1 不在随附索引中，已添加</translation>
    </message>
    <message>
        <source>the number %1 is out of order</source>
        <translation>编号 %1 次序不对</translation>
    </message>
    <message>
        <source>the gazetteer is damaged</source>
        <translation>地名库已损坏</translation>
    </message>
    <message>
        <source>the list of layout elements is damaged</source>
        <translation>布局要素清单已损坏</translation>
    </message>
    <message>
        <source>'%1' is no relation between a feature and a clause</source>
        <translation>“%1”不是要素与条款的关系</translation>
    </message>
    <message>
        <source>the index of policy papers is damaged</source>
        <translation>政策文件索引已损坏</translation>
    </message>
    <message>
        <source>%1 bytes are no %2 and were replaced</source>
        <translation>有 %1 个字节不是 %2，已替换</translation>
    </message>
    <message>
        <source>the encoding '%1' is unknown</source>
        <translation>不认识编码“%1”</translation>
    </message>
    <message>
        <source>use UTF-8, GB18030, UTF-16LE, UTF-16BE or Big5</source>
        <translation>请用 UTF-8、GB18030、UTF-16LE、UTF-16BE 或 Big5</translation>
    </message>
    <message>
        <source>the encoding of the text is not recognised</source>
        <translation>无法识别文本的编码</translation>
    </message>
    <message>
        <source>name it with --encoding, for example GB18030</source>
        <translation>请用 --encoding 指定，如 GB18030</translation>
    </message>
    <message>
        <source>there is nothing to show on sheet "%1"</source>
        <translation>图幅“%1”没有可显示的内容</translation>
    </message>
    <message>
        <source>add layers with a coordinate reference system, or give an extent</source>
        <translation>请添加带坐标参考系的图层，或给出范围</translation>
    </message>
    <message>
        <source>Schematic; a map with boundaries needs a map review number before public use</source>
        <translation>示意；含行政区界的地图公开使用前须有审图号</translation>
    </message>
    <message>
        <source>Tuce</source>
        <translation>图策</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>Compiled by: %1</source>
        <translation>制图：%1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>日期：%1</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>CGCS2000 Gauss-Krüger, 3° zone, central meridian %1°E</source>
        <translation>CGCS2000 高斯-克吕格 3° 带(%1°E)</translation>
    </message>
    <message>
        <source>CGCS2000 Gauss-Krüger, 6° zone, central meridian %1°E</source>
        <translation>CGCS2000 高斯-克吕格 6° 带(%1°E)</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>the PDF could not be finished</source>
        <translation>PDF 未能完成</translation>
    </message>
    <message>
        <source>sheet "%1" has no coordinate reference system</source>
        <translation>图幅“%1”没有坐标参考系</translation>
    </message>
    <message>
        <source>give the sheet or the project one, as EPSG:4545</source>
        <translation>请为图幅或项目指定，如 EPSG:4545</translation>
    </message>
    <message>
        <source>the paper of sheet "%1" is too small for a map</source>
        <translation>图幅“%1”的纸张太小，放不下地图</translation>
    </message>
    <message>
        <source>sheet "%1" has no extent</source>
        <translation>图幅“%1”没有范围</translation>
    </message>
    <message>
        <source>an image of %1 x %2 pixels is too large</source>
        <translation>%1 x %2 像素的图像过大</translation>
    </message>
    <message>
        <source>choose fewer dots per inch</source>
        <translation>请降低每英寸点数</translation>
    </message>
    <message>
        <source>cannot write .%1; available: %2</source>
        <translation>cannot write .%1; available: %2</translation>
    </message>
    <message>
        <source>the resolution must lie between 10 and 2400 dots per inch</source>
        <translation>分辨率须在每英寸 10 到 2400 点之间</translation>
    </message>
    <message>
        <source>N</source>
        <translation>北</translation>
    </message>
    <message>
        <source>a recorded change cannot be read</source>
        <translation>无法读取一条修改记录</translation>
    </message>
    <message>
        <source>the policy documents cannot be read</source>
        <translation>无法读取政策文件</translation>
    </message>
    <message>
        <source>restore the project from a copy</source>
        <translation>请从备份恢复项目</translation>
    </message>
    <message>
        <source>%1 geometries cannot be read; the first: %2</source>
        <translation>有 %1 个几何无法读取；首个：%2</translation>
    </message>
    <message>
        <source>the disk is full; the change was not made</source>
        <translation>磁盘已满；修改没有生效</translation>
    </message>
    <message>
        <source>free some space and try again</source>
        <translation>请腾出空间后重试</translation>
    </message>
    <message>
        <source>the journal cannot be written; the change was not made</source>
        <translation>日志无法写入；修改没有生效</translation>
    </message>
    <message>
        <source>check the permissions of the folder</source>
        <translation>请检查文件夹的权限</translation>
    </message>
    <message>
        <source>the journal was written by a later version of the program</source>
        <translation>日志由更新版本的程序写成</translation>
    </message>
    <message>
        <source>use that version</source>
        <translation>请使用那个版本</translation>
    </message>
    <message>
        <source>the source of the layer is not told</source>
        <translation>没有说明图层的来源</translation>
    </message>
    <message>
        <source>the style cannot be read, a plain one is used: %1</source>
        <translation>无法读取样式，改用普通样式：%1</translation>
    </message>
    <message>
        <source>the table of clause links is missing or not an ordinary one</source>
        <translation>条款关联表缺失或不是普通表</translation>
    </message>
    <message>
        <source>the head data of the project cannot be read</source>
        <translation>无法读取项目的基本信息</translation>
    </message>
    <message>
        <source>the linked source cannot be read, the layer is empty: %1</source>
        <translation>无法读取链接的来源，图层为空：%1</translation>
    </message>
    <message>
        <source>the journal belongs to another state of the project and is not used</source>
        <translation>日志属于项目的另一状态，未采用</translation>
    </message>
    <message>
        <source>%1 changes were not saved; `tuce-cli project recover` brings them back</source>
        <translation>有 %1 次修改未保存;`tuce-cli project recover` 可找回</translation>
    </message>
    <message>
        <source>the last record is cut off and was left out</source>
        <translation>最后一条记录不完整，已略去</translation>
    </message>
    <message>
        <source>the journal belongs to another state of the project</source>
        <translation>日志属于项目的另一状态</translation>
    </message>
    <message>
        <source>put the project file that it was written for in its place</source>
        <translation>请放回与之对应的项目文件</translation>
    </message>
    <message>
        <source>the project was written by a later version of the program (schema %1, this one knows %2)</source>
        <translation>项目由更新版本的程序写成(结构版本 %1，本程序支持到 %2)</translation>
    </message>
    <message>
        <source>the project does not say its schema version</source>
        <translation>项目未注明结构版本</translation>
    </message>
    <message>
        <source>restore it from a copy</source>
        <translation>请从备份恢复</translation>
    </message>
    <message>
        <source>the file is no project of this program</source>
        <translation>该文件不是本程序的项目</translation>
    </message>
    <message>
        <source>make one with `tuce-cli project new` and add the file to it</source>
        <translation>请用 `tuce-cli project new` 新建项目，再把该文件添加进去</translation>
    </message>
    <message>
        <source>the table is missing, or a view stands in its place</source>
        <translation>表缺失，或被视图代替</translation>
    </message>
    <message>
        <source>SQLite: %1</source>
        <translation>SQLite:%1</translation>
    </message>
    <message>
        <source>names a row of %1 that is not there</source>
        <translation>引用了 %1 中不存在的行</translation>
    </message>
    <message>
        <source>gpkg_contents does not name the table</source>
        <translation>gpkg_contents 没有登记该表</translation>
    </message>
    <message>
        <source>the spatial index is missing; a save makes it anew</source>
        <translation>缺少空间索引；保存时会重建</translation>
    </message>
    <message>
        <source>spatial index: %1</source>
        <translation>空间索引：%1</translation>
    </message>
    <message>
        <source>the spatial index names %1 features that are not there</source>
        <translation>空间索引中有 %1 个要素不存在</translation>
    </message>
    <message>
        <source>the relation is not registered in gpkgext_relations and gpkg_extensions</source>
        <translation>关联未在 gpkgext_relations 与 gpkg_extensions 登记</translation>
    </message>
    <message>
        <source>link %1 names a feature that is not there</source>
        <translation>关联 %1 指向不存在的要素</translation>
    </message>
    <message>
        <source>link %1 names the clause "%2", which is not there</source>
        <translation>关联 %1 指向不存在的条款“%2”</translation>
    </message>
    <message>
        <source>two map sheets have this name</source>
        <translation>有两个图幅同名</translation>
    </message>
    <message>
        <source>the map sheet names a layer that is not there</source>
        <translation>图幅引用的图层不存在</translation>
    </message>
    <message>
        <source>the plan is not what the change expects: %1</source>
        <translation>方案与修改所预期的不一致：%1</translation>
    </message>
    <message>
        <source>repeat the edit on the present plan</source>
        <translation>请在当前方案上重新修改</translation>
    </message>
    <message>
        <source>the feature is not what the change expects</source>
        <translation>要素与修改所预期的不一致</translation>
    </message>
    <message>
        <source>features of the layer are linked to clauses</source>
        <translation>图层的要素与条款有关联</translation>
    </message>
    <message>
        <source>remove the links first</source>
        <translation>请先解除关联</translation>
    </message>
    <message>
        <source>the file does not define its coordinate reference system %1</source>
        <translation>文件没有定义其坐标参考系 %1</translation>
    </message>
    <message>
        <source>the feature table is missing or not an ordinary one</source>
        <translation>要素表缺失或不是普通表</translation>
    </message>
    <message>
        <source>the layer does not say its coordinate reference system; it is drawn as if it were in that of the map</source>
        <translation>图层未注明坐标参考系；按地图坐标参考系绘制</translation>
    </message>
    <message>
        <source>%1 features have no place in the map's coordinate reference system and are not drawn</source>
        <translation>有 %1 个要素在地图坐标参考系中没有位置，未绘制</translation>
    </message>
    <message>
        <source>the map has no coordinate reference system</source>
        <translation>地图没有坐标参考系</translation>
    </message>
    <message>
        <source>the map's extent is empty</source>
        <translation>地图范围为空</translation>
    </message>
    <message>
        <source>What went in</source>
        <translation>输入数据</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Version, date, remarks</source>
        <translation>版本、日期、说明</translation>
    </message>
    <message>
        <source>CRS</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>要素数</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>in the project</source>
        <translation>项目内</translation>
    </message>
    <message>
        <source>areas and lengths in the plane of the coordinate system</source>
        <translation>面积与长度按坐标系平面计算</translation>
    </message>
    <message>
        <source>areas by the national formula on the CGCS2000 ellipsoid, integrated along edges that are straight in the layer's own coordinate system; lengths geodesic</source>
        <translation>面积按国家公式在 CGCS2000 椭球面上计算，沿图层自身坐标系中的直边积分；长度为大地线长</translation>
    </message>
    <message>
        <source>Basic table</source>
        <translation>基本情况表</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>Plan features checked</source>
        <translation>核查的方案要素数</translation>
    </message>
    <message>
        <source>Area of the plan features (ha), sum</source>
        <translation>方案要素面积合计(公顷)</translation>
    </message>
    <message>
        <source>Area of the plan features (mu), sum</source>
        <translation>方案要素面积合计(亩)</translation>
    </message>
    <message>
        <source>Length of the plan lines (km), sum</source>
        <translation>方案线路长度合计(千米)</translation>
    </message>
    <message>
        <source>Planning basis</source>
        <translation>规划依据</translation>
    </message>
    <message>
        <source>Sums count ground that several features share each time.</source>
        <translation>合计数对多个要素共有的地块重复计算。</translation>
    </message>
    <message>
        <source>Data and method</source>
        <translation>数据与方法</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>How it was computed</source>
        <translation>计算方法</translation>
    </message>
    <message>
        <source>Coordinate system of the plan</source>
        <translation>方案坐标系</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>量算方法</translation>
    </message>
    <message>
        <source>Slivers</source>
        <translation>碎面</translation>
    </message>
    <message>
        <source>pieces below %1 m², listed apart, never dropped</source>
        <translation>小于 %1 平方米的分块单独列出，绝不丢弃</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>软件版本</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>取位</translation>
    </message>
    <message>
        <source>half up, on the final number only; totals add unrounded values; 1 mu = 2000/3 m²</source>
        <translation>仅对最终数值四舍五入；合计用未取位的数值相加;1 亩 = 2000/3 平方米</translation>
    </message>
    <message>
        <source>layer of the plan</source>
        <translation>方案图层</translation>
    </message>
    <message>
        <source>id of the plan feature</source>
        <translation>方案要素编号</translation>
    </message>
    <message>
        <source>name of the plan feature</source>
        <translation>方案要素名称</translation>
    </message>
    <message>
        <source>control layer</source>
        <translation>控制线图层</translation>
    </message>
    <message>
        <source>id of the control feature; empty for a whole layer</source>
        <translation>控制线要素编号；针对整个图层时为空</translation>
    </message>
    <message>
        <source>name of the control feature</source>
        <translation>控制线要素名称</translation>
    </message>
    <message>
        <source>kind of control line</source>
        <translation>控制线类型</translation>
    </message>
    <message>
        <source>shared area in m²; for outside: area that is not covered</source>
        <translation>重叠面积(平方米);outside 为未覆盖面积</translation>
    </message>
    <message>
        <source>shared length in m</source>
        <translation>重叠长度(米)</translation>
    </message>
    <message>
        <source>passages of a line from outside to inside or back</source>
        <translation>线由外入内或由内出外的次数</translation>
    </message>
    <message>
        <source>share of the plan feature in %</source>
        <translation>占方案要素比例(%)</translation>
    </message>
    <message>
        <source>share of the control feature in %</source>
        <translation>占控制线图斑比例(%)</translation>
    </message>
    <message>
        <source>distance in m, for near</source>
        <translation>距离(米),用于 near</translation>
    </message>
    <message>
        <source>overlap, sliver, near or outside</source>
        <translation>压占、碎面、邻近或界外</translation>
    </message>
    <message>
        <source>remarks: repairs, number of points …</source>
        <translation>说明：修复、点数等</translation>
    </message>
    <message>
        <source>area of the plan feature in m²</source>
        <translation>方案要素面积(平方米)</translation>
    </message>
    <message>
        <source>length of the plan feature in m</source>
        <translation>方案要素长度(米)</translation>
    </message>
    <message>
        <source>sum of the shared areas in m²</source>
        <translation>重叠面积之和(平方米)</translation>
    </message>
    <message>
        <source>shared area in m², common ground counted once</source>
        <translation>重叠面积(平方米),公共部分只计一次</translation>
    </message>
    <message>
        <source>net area or length as share of the plan feature in %</source>
        <translation>净面积或净长度占方案要素比例(%)</translation>
    </message>
    <message>
        <source>sum of the shared lengths in m</source>
        <translation>重叠长度之和(米)</translation>
    </message>
    <message>
        <source>shared length in m, common stretches counted once</source>
        <translation>重叠长度(米),公共部分只计一次</translation>
    </message>
    <message>
        <source>plan area less net area less the rest by a second route, in m²</source>
        <translation>方案面积减净面积再减另一途径所得余量(平方米)</translation>
    </message>
    <message>
        <source>ok, repaired or skipped</source>
        <translation>正常、已修复或已跳过</translation>
    </message>
    <message>
        <source>why repaired or skipped</source>
        <translation>修复或跳过的原因</translation>
    </message>
    <message>
        <source>Geometry engine</source>
        <translation>几何引擎</translation>
    </message>
    <message>
        <source>Area method</source>
        <translation>面积方法</translation>
    </message>
    <message>
        <source>in the plane of the coordinate system</source>
        <translation>按坐标系平面</translation>
    </message>
    <message>
        <source>on the CGCS2000 ellipsoid by the national formula</source>
        <translation>按国家公式在 CGCS2000 椭球面</translation>
    </message>
    <message>
        <source>Sliver limit (m²)</source>
        <translation>碎面阈值(平方米)</translation>
    </message>
    <message>
        <source>Near means less than (m)</source>
        <translation>邻近距离(米)小于</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>用时(秒)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>规则方向</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Red-line check</source>
        <translation>红线核查</translation>
    </message>
    <message>
        <source>certainty high</source>
        <translation>可信度高</translation>
    </message>
    <message>
        <source>certainty medium</source>
        <translation>可信度中</translation>
    </message>
    <message>
        <source>certainty low</source>
        <translation>可信度低</translation>
    </message>
    <message>
        <source>%1: %2 findings</source>
        <translation>%1:%2 项发现</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>Paper the rule asks for</source>
        <translation>需办手续</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Rule: %1, dated %2, %3</source>
        <translation>规则：%1,%2,%3</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Kind of activity</source>
        <translation>活动类型</translation>
    </message>
    <message>
        <source>rests on</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>must obey</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>is named in</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>no clause linked</source>
        <translation>未关联条款</translation>
    </message>
    <message>
        <source>What the rules ask for</source>
        <translation>规则要求</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rule data looked at last on %1. Which case applies is for the user to choose.</source>
        <translation>规则数据最近核对于 %1。适用哪种情形由使用者选择。</translation>
    </message>
    <message>
        <source>No finding asks for a step.</source>
        <translation>没有发现需要办理手续的事项。</translation>
    </message>
    <message>
        <source>Clauses that the features rest on</source>
        <translation>要素所依据的条款</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Words it rests on</source>
        <translation>依据词句</translation>
    </message>
    <message>
        <source>Balance check</source>
        <translation>平衡检验</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>平衡检验</translation>
    </message>
    <message>
        <source>Overlap and rest, computed by different routes, must add up to the feature: off by no more than the greater of %1 m² and %2 of its area.</source>
        <translation>压占与未压占部分由不同途径计算，相加应等于要素面积：差值不超过 %1 平方米与其面积的 %2 中的较大者。</translation>
    </message>
    <message>
        <source>Control layer</source>
        <translation>控制线图层</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translation>面积(平方米)</translation>
    </message>
    <message>
        <source>Net overlap (m²)</source>
        <translation>净压占(平方米)</translation>
    </message>
    <message>
        <source>Sum of pieces (m²)</source>
        <translation>分块之和(平方米)</translation>
    </message>
    <message>
        <source>Off by (m²)</source>
        <translation>差值(平方米)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>adds up</source>
        <translation>平衡</translation>
    </message>
    <message>
        <source>does not add up</source>
        <translation>不平衡</translation>
    </message>
    <message>
        <source>no polygon overlaps</source>
        <translation>没有面状压占</translation>
    </message>
    <message>
        <source>Repaired and skipped features, warnings</source>
        <translation>修复与跳过的要素、警告</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>数据质量</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: overlap with the three lines</source>
        <translation>%1:三线占用分析</translation>
    </message>
    <message>
        <source>For review support only. It states what overlaps on the data named here; it does not judge it.</source>
        <translation>仅供辅助审查。本报告只陈述在所列数据上的压占情况，不作合规判断。</translation>
    </message>
    <message>
        <source>Made %1 with tuce %2</source>
        <translation>%1 由图策 %2 生成</translation>
    </message>
    <message>
        <source>the file name has no ending to tell the format</source>
        <translation>文件名没有扩展名，无法确定格式</translation>
    </message>
    <message>
        <source>cannot write %1</source>
        <translation>cannot write %1</translation>
    </message>
    <message>
        <source>available: %1</source>
        <translation>available: %1</translation>
    </message>
    <message>
        <source>an output must not replace an input</source>
        <translation>输出不得替换输入</translation>
    </message>
    <message>
        <source>name another file</source>
        <translation>请换一个文件名</translation>
    </message>
    <message>
        <source>two outputs are the same file</source>
        <translation>两个输出是同一文件</translation>
    </message>
    <message>
        <source>name different files</source>
        <translation>请用不同的文件名</translation>
    </message>
    <message>
        <source>the file exists already</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>name another file or allow replacing it with --force</source>
        <translation>请换一个文件名，或用 --force 允许替换</translation>
    </message>
    <message>
        <source>Feature id</source>
        <translation>要素编号</translation>
    </message>
    <message>
        <source>Kind of control line</source>
        <translation>控制线类型</translation>
    </message>
    <message>
        <source>Control id</source>
        <translation>图斑编号</translation>
    </message>
    <message>
        <source>Control name</source>
        <translation>控制线名称</translation>
    </message>
    <message>
        <source>Area (ha)</source>
        <translation>面积(公顷)</translation>
    </message>
    <message>
        <source>Area (mu)</source>
        <translation>面积(亩)</translation>
    </message>
    <message>
        <source>Share of the feature (%)</source>
        <translation>占项目比例(%)</translation>
    </message>
    <message>
        <source>Share of the control patch (%)</source>
        <translation>占图斑比例(%)</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Detail by piece</source>
        <translation>分块明细表</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>分块明细</translation>
    </message>
    <message>
        <source>Linear works</source>
        <translation>线性工程</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>线性工程</translation>
    </message>
    <message>
        <source>Line id</source>
        <translation>线路编号</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路名称</translation>
    </message>
    <message>
        <source>Control feature</source>
        <translation>控制线图斑</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>穿越次数</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>长度(米)</translation>
    </message>
    <message>
        <source>Share of the line (%)</source>
        <translation>占线路比例(%)</translation>
    </message>
    <message>
        <source>A crossing is a passage from outside to inside or back; a touch is none. How a line crosses (bridge, tunnel, …) is not in the data.</source>
        <translation>一次穿越指由外入内或由内出外；仅接触不计。穿(跨)越方式(桥梁、隧道等)数据中没有。</translation>
    </message>
    <message>
        <source>Slivers and near features</source>
        <translation>碎面与邻近要素</translation>
    </message>
    <message>
        <source>%1 slivers with %2 m² in all; they count in the totals</source>
        <translation>碎面 %1 个，共 %2 平方米；计入合计</translation>
    </message>
    <message>
        <source>Near features</source>
        <translation>邻近要素</translation>
    </message>
    <message>
        <source>Distance (m)</source>
        <translation>距离(米)</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>the language of the report as a code of BCP 47, "en" or "zh-CN"</extracomment>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>ecological red line</source>
        <translation>生态保护红线</translation>
    </message>
    <message>
        <source>permanent basic farmland</source>
        <translation>永久基本农田</translation>
    </message>
    <message>
        <source>urban development boundary</source>
        <translation>城镇开发边界</translation>
    </message>
    <message>
        <source>other control line</source>
        <translation>其他控制线</translation>
    </message>
    <message>
        <source>must not lie inside</source>
        <translation>禁止占用</translation>
    </message>
    <message>
        <source>must lie inside</source>
        <translation>须在界内</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>仅提示</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>压占</translation>
    </message>
    <message>
        <source>sliver</source>
        <translation>碎面</translation>
    </message>
    <message>
        <source>near</source>
        <translation>邻近</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>界外</translation>
    </message>
    <message>
        <source>the rule data are not as expected</source>
        <translation>规则数据不符合预期</translation>
    </message>
    <message>
        <source>not checked completely</source>
        <translation>未完全核查</translation>
    </message>
    <message>
        <source>no overlap found</source>
        <translation>未发现压占</translation>
    </message>
    <message>
        <source>found: see the pieces, parts outside included</source>
        <translation>有发现：见分块明细(含界外部分)</translation>
    </message>
    <message>
        <source>overlap found: see the pieces</source>
        <translation>发现压占：见分块明细</translation>
    </message>
    <message>
        <source>Sum of the rows</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Summary of what the plan takes of the three lines</source>
        <translation>三线占用情况汇总表</translation>
    </message>
    <message>
        <source>Three lines</source>
        <translation>三线汇总</translation>
    </message>
    <message>
        <source>Length (km)</source>
        <translation>线路长度(千米)</translation>
    </message>
    <message>
        <source>Inside the development boundary (ha)</source>
        <translation>城镇开发边界内(公顷)</translation>
    </message>
    <message>
        <source>Outside it (ha)</source>
        <translation>边界外(公顷)</translation>
    </message>
    <message>
        <source>Basic farmland, gross: sum of pieces (ha)</source>
        <translation>永久基本农田(毛，分块之和，公顷)</translation>
    </message>
    <message>
        <source>Basic farmland, net of overlaps (ha)</source>
        <translation>永久基本农田(去重叠，公顷)</translation>
    </message>
    <message>
        <source>Ecological red line, net of overlaps (ha)</source>
        <translation>生态保护红线(去重叠，公顷)</translation>
    </message>
    <message>
        <source>Red line as share of the feature (%)</source>
        <translation>红线占比(%)</translation>
    </message>
    <message>
        <source>Red line and farmland (mu)</source>
        <translation>红线与农田(亩)</translation>
    </message>
    <message>
        <source>— : there is no layer of this kind, or the column does not apply. Lines are in the block on linear works.</source>
        <translation>—:没有此类图层，或该列不适用。线状要素见线性工程表。</translation>
    </message>
    <message>
        <source>Net counts ground that control features of one layer share once. The deduction factor of farmland patches (KCXS) is not applied.</source>
        <translation>净值对同一图层内控制线要素的公共部分只计一次；未应用农田图斑扣除系数(KCXS)。</translation>
    </message>
    <message>
        <source>Features of the plan that lie on each other are each counted in the sum.</source>
        <translation>互相重叠的方案要素在合计中各自计算。</translation>
    </message>
    <message>
        <source>the workbook cannot be made</source>
        <translation>无法生成工作簿</translation>
    </message>
    <message>
        <source>a sheet of a workbook holds no more than %1 rows</source>
        <translation>工作表最多 %1 行</translation>
    </message>
    <message>
        <source>write .csv or .gpkg instead</source>
        <translation>请改写为 .csv 或 .gpkg</translation>
    </message>
    <message>
        <source>the workbook cannot be written</source>
        <translation>无法写出工作簿</translation>
    </message>
    <message>
        <source>free some space or choose another folder</source>
        <translation>请腾出空间或换一个文件夹</translation>
    </message>
    <message>
        <source>no boundary loaded for %1 (%2)</source>
        <translation>%1(%2)未载入边界</translation>
    </message>
    <message>
        <source>its carriers do not come within reach of its members' units</source>
        <translation>其载体与成员单元相距过远</translation>
    </message>
    <message>
        <source>neither the element nor its kind states %1</source>
        <translation>要素及其种类都没有给出 %1</translation>
    </message>
    <message>
        <source>it names no place</source>
        <translation>没有提到地名</translation>
    </message>
    <message>
        <source>no boundary loaded for any of its members</source>
        <translation>其成员都没有载入边界</translation>
    </message>
    <message>
        <source>no line is loaded and no route is known for the carrier %1</source>
        <translation>载体 %1 没有载入线，也没有已知线路</translation>
    </message>
    <message>
        <source>no line is loaded for any of its carriers</source>
        <translation>其载体都没有载入线</translation>
    </message>
    <message>
        <source>the course of the ridge %1 is not known</source>
        <translation>山脉 %1 的走向未知</translation>
    </message>
    <message>
        <source>the course of none of its ridges is known</source>
        <translation>其山脉走向都未知</translation>
    </message>
    <message>
        <source>the layer does not say its coordinate reference system</source>
        <translation>图层未注明坐标参考系</translation>
    </message>
    <message>
        <source>give it one before building over the layer</source>
        <translation>请先为图层指定坐标参考系再生成</translation>
    </message>
    <message>
        <source>no layer and no list of places knows %1 (%2)</source>
        <translation>图层与驻地表中都没有 %1(%2)</translation>
    </message>
    <message>
        <source>fewer than two places lie on %1, so its whole length is taken; state ends</source>
        <translation>%1 上的地点不足两个，故取其全长；请注明两端</translation>
    </message>
    <message>
        <source>fewer than two places lie within %1 km of %2, so the path joins the seats instead</source>
        <translation>距 %2 %1 千米以内的地点不足两个，故改为连接各驻地</translation>
    </message>
    <message>
        <source>it names no carrier with a known course and no place</source>
        <translation>没有走向已知的载体，也没有地名</translation>
    </message>
    <message>
        <source>it names one place only and no carrier with a known course</source>
        <translation>只有一个地名，且没有走向已知的载体</translation>
    </message>
    <message>
        <source>is missing or empty</source>
        <translation>缺失或为空</translation>
    </message>
    <message>
        <source>name an unknown place: "%1"</source>
        <translation>含有未知地名：“%1”</translation>
    </message>
    <message>
        <source>must be an array of at least two [longitude, latitude] pairs</source>
        <translation>必须是至少两个 [经度, 纬度] 的数组</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>correct the file; resources/schemes/scheme.schema.json says what is expected</source>
        <translation>请改正文件；格式见 resources/schemes/scheme.schema.json</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>必须是文本</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>必须是 true 或 false</translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation>必须是 %1 到 %2 的数</translation>
    </message>
    <message>
        <source>must be an array</source>
        <translation>必须是数组</translation>
    </message>
    <message>
        <source>must hold texts only</source>
        <translation>只能包含文本</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>必须是对象</translation>
    </message>
    <message>
        <source>is not valid JSON</source>
        <translation>不是有效的 JSON</translation>
    </message>
    <message>
        <source>correct the file where the parser stopped</source>
        <translation>请在解析停止处改正文件</translation>
    </message>
    <message>
        <source>holds no JSON object</source>
        <translation>不含 JSON 对象</translation>
    </message>
    <message>
        <source>choose a scheme file with a member "elements"</source>
        <translation>请选择含 "elements" 成员的方案文件</translation>
    </message>
    <message>
        <source>the kind "%1" is not known</source>
        <translation>不认识种类“%1”</translation>
    </message>
    <message>
        <source>elements of the kind %1 have no shape of their own</source>
        <translation>%1 类要素没有自己的图形</translation>
    </message>
    <message>
        <source>no kinds of elements are given</source>
        <translation>没有给出要素种类</translation>
    </message>
    <message>
        <source>pass those of resources/schemes/kinds.json</source>
        <translation>请使用 resources/schemes/kinds.json 中的种类</translation>
    </message>
    <message>
        <source>Build layout %1</source>
        <translation>生成布局 %1</translation>
    </message>
    <message>
        <source>the plan's corpus has no clause %1</source>
        <translation>方案的文件中没有条款 %1</translation>
    </message>
    <message>
        <source>must be a code of 6 or 9 digits, not "%1"</source>
        <translation>必须是 6 位或 9 位代码，而不是“%1”</translation>
    </message>
    <message>
        <source>element %1</source>
        <translation>要素 %1</translation>
    </message>
    <message>
        <source>holds more than %1 elements</source>
        <translation>要素多于 %1 个</translation>
    </message>
    <message>
        <source>split the scheme</source>
        <translation>请拆分方案</translation>
    </message>
    <message>
        <source>occurs twice: "%1"</source>
        <translation>出现两次：“%1”</translation>
    </message>
    <message>
        <source>it names no place with a known seat</source>
        <translation>没有驻地已知的地名</translation>
    </message>
    <message>
        <source>no seat is known for any of its members</source>
        <translation>其成员的驻地都未知</translation>
    </message>
    <message>
        <source>kind %1 names an unknown builder "%2"</source>
        <translation>种类 %1 指定了未知的生成方式“%2”</translation>
    </message>
    <message>
        <source>is not a colour: "%1" (write #rrggbb or #rrggbbaa)</source>
        <translation>不是颜色：“%1”(请写 #rrggbb 或 #rrggbbaa)</translation>
    </message>
    <message>
        <source>member %1 %2</source>
        <translation>成员 %1 %2</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>必须是数字</translation>
    </message>
    <message>
        <source>must lie between %1 and %2</source>
        <translation>必须在 %1 与 %2 之间</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>必须是整数</translation>
    </message>
    <message>
        <source>must hold numbers between %1 and %2</source>
        <translation>只能含 %1 与 %2 之间的数</translation>
    </message>
    <message>
        <source>is not known here</source>
        <translation>此处不认识</translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation>必须是其中之一：%1</translation>
    </message>
    <message>
        <source>the style is not JSON</source>
        <translation>样式不是 JSON</translation>
    </message>
    <message>
        <source>there is no such shipped style</source>
        <translation>没有这个随附样式</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法建立文件夹</translation>
    </message>
    <message>
        <source>name another folder with --out</source>
        <translation>请用 --out 指定另一个文件夹</translation>
    </message>
    <message>
        <source>the list of the sample is damaged</source>
        <translation>示例清单已损坏</translation>
    </message>
    <message>
        <source>install the program again</source>
        <translation>请重新安装程序</translation>
    </message>
    <message>
        <source>Add layers</source>
        <translation>添加图层</translation>
    </message>
    <message>
        <source>give its EPSG code</source>
        <translation>请给出其 EPSG 代码</translation>
    </message>
    <message>
        <source>the piece that is drawn has a slightly other area</source>
        <translation>图上所绘的重叠部分面积略有差异</translation>
    </message>
    <message>
        <source>a ring or line has too few different positions</source>
        <translation>某个环或线的不同位置过少</translation>
    </message>
    <message>
        <source>another program has changed the file since it was read</source>
        <translation>文件打开之后已被其他程序修改</translation>
    </message>
    <message>
        <source>save under another name, or read the file again</source>
        <translation>请另存为新文件，或重新读取该文件</translation>
    </message>
    <message>
        <source>Build %1 elements of %2</source>
        <translation>生成“%2”的 %1 个要素</translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation>生成“%1”</translation>
    </message>
    <message>
        <source>the feature was not built from a scheme</source>
        <translation>该要素不是由方案生成的</translation>
    </message>
    <message>
        <source>the element no longer has a shape of this kind</source>
        <translation>该要素不再是这种几何类型</translation>
    </message>
    <message>
        <source>build it anew from its scheme, then delete this feature</source>
        <translation>请从方案另行生成，再删除此要素</translation>
    </message>
    <message>
        <source>Rebuild %1</source>
        <translation>重新生成“%1”</translation>
    </message>
    <message>
        <source>Detach %1 from its scheme</source>
        <translation>“%1”脱离方案</translation>
    </message>
    <message>
        <source>Detach %1 features from their schemes</source>
        <translation>%1 个要素脱离方案</translation>
    </message>
    <message>
        <source>the element is not valid JSON</source>
        <translation>要素的内容不是有效的 JSON</translation>
    </message>
    <message>
        <source>no row has coordinates</source>
        <translation>没有一行带有坐标</translation>
    </message>
    <message>
        <source>in a CSV, name the columns lon and lat, x and y, or WKT</source>
        <translation>CSV 的坐标列请命名为“经度”“纬度”（或 lon、lat），x、y，或 WKT</translation>
    </message>
    <message>
        <source>direction %1 by its kind %2</source>
        <translation>按种类 %2 取方向 %1</translation>
    </message>
    <message>
        <source>points in common: %1</source>
        <translation>公共点：%1 个</translation>
    </message>
    <message>
        <source>sliver by area and by mean width</source>
        <translation>按面积、按平均宽度均为碎面</translation>
    </message>
    <message>
        <source>sliver by mean width</source>
        <translation>按平均宽度为碎面</translation>
    </message>
    <message>
        <source>sliver by area</source>
        <translation>按面积为碎面</translation>
    </message>
    <message>
        <source>what was approved cannot be read any more</source>
        <translation>认可时的记录已无法读出</translation>
    </message>
    <message>
        <source>it was %1, now it is %2</source>
        <translation>原为%1，现为%2</translation>
    </message>
    <message>
        <source>the area was %1 m², now it is %2 m²</source>
        <translation>面积原为 %1 m²，现为 %2 m²</translation>
    </message>
    <message>
        <source>the length was %1 m, now it is %2 m</source>
        <translation>长度原为 %1 m，现为 %2 m</translation>
    </message>
    <message>
        <source>it crossed %1 times, now %2 times</source>
        <translation>原穿越 %1 次，现 %2 次</translation>
    </message>
    <message>
        <source>the overlap lies elsewhere now</source>
        <translation>压占的位置已变</translation>
    </message>
    <message>
        <source>a ring or line has too few different positions at (%1, %2)</source>
        <translation>环或线的不同点过少，位于 (%1, %2)</translation>
    </message>
    <message>
        <source>File date</source>
        <translation>文件日期</translation>
    </message>
    <message>
        <source>Content hash, first 16 digits</source>
        <translation>内容校验值(前 16 位)</translation>
    </message>
    <message>
        <source>Keep the record of the check</source>
        <translation>存入核查记录</translation>
    </message>
    <message>
        <source>Hash of</source>
        <translation>校验对象</translation>
    </message>
    <message>
        <source>Content hash</source>
        <translation>内容校验值</translation>
    </message>
    <message>
        <source>enters</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>meets</source>
        <translation>相交</translation>
    </message>
    <message>
        <source>Entry and exit points</source>
        <translation>进出点</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>进出</translation>
    </message>
    <message>
        <source>Chainage (m)</source>
        <translation>桩号(米)</translation>
    </message>
    <message>
        <source>Length of each stretch inside</source>
        <translation>各穿越段长度</translation>
    </message>
    <message>
        <source>From (m)</source>
        <translation>起(米)</translation>
    </message>
    <message>
        <source>To (m)</source>
        <translation>止(米)</translation>
    </message>
    <message>
        <source>Totals with and without slivers</source>
        <translation>含与不含碎面的合计</translation>
    </message>
    <message>
        <source>Gross (m²)</source>
        <translation>毛面积(平方米)</translation>
    </message>
    <message>
        <source>Net (m²)</source>
        <translation>净面积(平方米)</translation>
    </message>
    <message>
        <source>by area</source>
        <translation>按面积</translation>
    </message>
    <message>
        <source>by mean width</source>
        <translation>按平均宽度</translation>
    </message>
    <message>
        <source>Slivers (m²)</source>
        <translation>碎面面积(平方米)</translation>
    </message>
    <message>
        <source>Gross without slivers (m²)</source>
        <translation>毛面积，不含碎面(平方米)</translation>
    </message>
    <message>
        <source>Net without slivers (m²)</source>
        <translation>净面积，不含碎面(平方米)</translation>
    </message>
    <message>
        <source>A sliver is a piece below %1 m² or of a mean width (2A/P) below %2 m.</source>
        <translation>碎面指小于 %1 m² 或平均宽度(2A/P)小于 %2 m 的块。</translation>
    </message>
    <message>
        <source>A sliver is a piece below %1 m²; no limit of the mean width was set.</source>
        <translation>碎面指小于 %1 m² 的块；未设平均宽度的界限。</translation>
    </message>
    <message>
        <source>Areas that the data state, beside ours</source>
        <translation>数据所载面积与量算面积对照</translation>
    </message>
    <message>
        <source>Stated areas</source>
        <translation>面积对照</translation>
    </message>
    <message>
        <source>%1: field %2 in %3, certainty of field and unit: %4</source>
        <translation>%1：字段 %2，单位 %3，字段与单位的可靠程度：%4</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Stated (m²)</source>
        <translation>所载(平方米)</translation>
    </message>
    <message>
        <source>Ours (m²)</source>
        <translation>量算(平方米)</translation>
    </message>
    <message>
        <source>Difference (m²)</source>
        <translation>相差(平方米)</translation>
    </message>
    <message>
        <source>Difference (%)</source>
        <translation>相差(%)</translation>
    </message>
    <message>
        <source>No layer has a field with areas that we know.</source>
        <translation>各图层均无已知的面积字段。</translation>
    </message>
    <message>
        <source>Neither number replaces the other.</source>
        <translation>两数并列，互不替换。</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>认可</translation>
    </message>
    <message>
        <source>An approval lasts as long as its overlap stays the same: class and crossings equal, area and length within the greater of 0.01 m² or m and a millionth, place within 0.01 m (1e-7°).</source>
        <translation>认可在压占不变时一直有效：类别与穿越次数相同，面积、长度之差不超过 0.01 m²(米)与百万分之一中的大者，位置之差不超过 0.01 m(1e-7°)。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>认可人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>核查编号</translation>
    </message>
    <message>
        <source>lapsed: %1</source>
        <translation>已失效：%1</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已认可</translation>
    </message>
    <message>
        <source>lapsed: there is no such finding any more</source>
        <translation>已失效：已无此发现</translation>
    </message>
    <message>
        <source>Repaired and skipped features</source>
        <translation>已修复与已跳过的要素</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>whose line it is: plan or control</source>
        <translation>线属于方案(plan)还是控制线(control)</translation>
    </message>
    <message>
        <source>part of the line, from 1</source>
        <translation>线的第几部分，自 1 起</translation>
    </message>
    <message>
        <source>number along the line, from 1</source>
        <translation>沿线序号，自 1 起</translation>
    </message>
    <message>
        <source>why it is a sliver: small (by area), thin (by mean width)</source>
        <translation>碎面的原因：small 按面积，thin 按平均宽度</translation>
    </message>
    <message>
        <source>perimeter of the piece in m, holes included</source>
        <translation>块的周长(米)，含内环</translation>
    </message>
    <message>
        <source>mean width of the piece, 2 × area / perimeter, in m</source>
        <translation>块的平均宽度，2×面积/周长(米)</translation>
    </message>
    <message>
        <source>4π × area / perimeter²: 1 for a circle, near 0 for a strip</source>
        <translation>4π×面积/周长²：圆为 1，长条近于 0</translation>
    </message>
    <message>
        <source>what holds for this pair</source>
        <translation>本对适用的方向</translation>
    </message>
    <message>
        <source>1 if it counts as a conflict</source>
        <translation>计为冲突时为 1</translation>
    </message>
    <message>
        <source>by which the finding is known from run to run</source>
        <translation>各次核查间识别该发现的键</translation>
    </message>
    <message>
        <source>sum of the shared areas as share of the plan feature in %</source>
        <translation>压占面积之和占方案要素的比例(%)</translation>
    </message>
    <message>
        <source>slivers among the pieces</source>
        <translation>其中碎面数</translation>
    </message>
    <message>
        <source>area of the slivers in m², part of the sum</source>
        <translation>碎面面积(平方米)，已含在合计内</translation>
    </message>
    <message>
        <source>sum of the shared areas without slivers in m²</source>
        <translation>不含碎面的压占面积之和(平方米)</translation>
    </message>
    <message>
        <source>net area without slivers in m²</source>
        <translation>不含碎面的净面积(平方米)</translation>
    </message>
    <message>
        <source>pairs that share something, slivers included</source>
        <translation>有压占的对数，含碎面</translation>
    </message>
    <message>
        <source>findings that count as conflicts</source>
        <translation>计为冲突的发现数</translation>
    </message>
    <message>
        <source>slivers by area</source>
        <translation>按面积的碎面数</translation>
    </message>
    <message>
        <source>slivers by mean width</source>
        <translation>按平均宽度的碎面数</translation>
    </message>
    <message>
        <source>plan features that lie outside, in part or whole</source>
        <translation>全部或部分在外的方案要素数</translation>
    </message>
    <message>
        <source>area outside in m²</source>
        <translation>在外的面积(平方米)</translation>
    </message>
    <message>
        <source>enter, leave, or meet (of two lines)</source>
        <translation>enter 进入、leave 离开、meet 两线相交</translation>
    </message>
    <message>
        <source>along the line from its beginning, in m</source>
        <translation>自线起点沿线的距离(米)</translation>
    </message>
    <message>
        <source>east, or longitude, in the plan's coordinate system</source>
        <translation>东坐标或经度，方案图层坐标系</translation>
    </message>
    <message>
        <source>north, or latitude, in the plan's coordinate system</source>
        <translation>北坐标或纬度，方案图层坐标系</translation>
    </message>
    <message>
        <source>length of the stretch in m</source>
        <translation>该段长度(米)</translation>
    </message>
    <message>
        <source>ends of the stretch in the plan's coordinate system</source>
        <translation>该段两端坐标，方案图层坐标系</translation>
    </message>
    <message>
        <source>plan or control</source>
        <translation>plan 方案或 control 控制线</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>id of the feature</source>
        <translation>要素编号</translation>
    </message>
    <message>
        <source>name of the feature</source>
        <translation>要素名称</translation>
    </message>
    <message>
        <source>field of the data with the area</source>
        <translation>数据中的面积字段</translation>
    </message>
    <message>
        <source>area by that field, in m²</source>
        <translation>该字段所载面积(平方米)</translation>
    </message>
    <message>
        <source>area of the feature as measured here, in m²</source>
        <translation>本软件量算的要素面积(平方米)</translation>
    </message>
    <message>
        <source>ours less theirs, in m²</source>
        <translation>量算减所载(平方米)</translation>
    </message>
    <message>
        <source>ours less theirs, in % of theirs</source>
        <translation>量算减所载，占所载的 %</translation>
    </message>
    <message>
        <source>repaired or skipped</source>
        <translation>repaired 已修复或 skipped 跳过</translation>
    </message>
    <message>
        <source>what is wrong with the geometry</source>
        <translation>几何有何问题</translation>
    </message>
    <message>
        <source>place of the flaw: east, or longitude</source>
        <translation>问题位置：东坐标或经度</translation>
    </message>
    <message>
        <source>place of the flaw: north, or latitude</source>
        <translation>问题位置：北坐标或纬度</translation>
    </message>
    <message>
        <source>coordinate system of the place</source>
        <translation>该位置的坐标系</translation>
    </message>
    <message>
        <source>file it was read from</source>
        <translation>所读文件</translation>
    </message>
    <message>
        <source>direction of the layer</source>
        <translation>图层的方向</translation>
    </message>
    <message>
        <source>coordinate system of the layer</source>
        <translation>图层的坐标系</translation>
    </message>
    <message>
        <source>features checked</source>
        <translation>核查的要素数</translation>
    </message>
    <message>
        <source>features checked on a repaired copy</source>
        <translation>以修复的副本核查的要素数</translation>
    </message>
    <message>
        <source>features not checked</source>
        <translation>未核查的要素数</translation>
    </message>
    <message>
        <source>BLAKE2b-256 of the content, over blocks</source>
        <translation>内容的 BLAKE2b-256 分块校验值</translation>
    </message>
    <message>
        <source>what was hashed: file, or features as the check reads them</source>
        <translation>校验的是文件(file)还是核查所读的要素(features)</translation>
    </message>
    <message>
        <source>when the file was changed last</source>
        <translation>文件最后改动的时间</translation>
    </message>
    <message>
        <source>unit of that field</source>
        <translation>该字段的单位</translation>
    </message>
    <message>
        <source>how sure we are of field and unit: high, medium, low</source>
        <translation>字段与单位的可靠程度：high 高、medium 中、low 低</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>%1, by its kind</source>
        <translation>%1，按种类</translation>
    </message>
    <message>
        <source>Mean width (m)</source>
        <translation>平均宽度(米)</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>处理意见</translation>
    </message>
    <message>
        <source>Sliver limit of the mean width (m)</source>
        <translation>碎面的平均宽度界限(米)</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设</translation>
    </message>
    <message>
        <source>Measure of thinness</source>
        <translation>细窄程度的量度</translation>
    </message>
    <message>
        <source>Tolerance of the numbers</source>
        <translation>数值容差</translation>
    </message>
    <message>
        <source>areas agree with GEOS OverlayNG within 1e-9 × area + 4 ulp of the largest coordinate × perimeter; whether two features overlap is decided exactly</source>
        <translation>面积与 GEOS OverlayNG 之差不超过 1e-9×面积 + 4 个最大坐标的末位×周长；两要素是否重叠为精确判定</translation>
    </message>
    <message>
        <source>Directions by kind</source>
        <translation>按种类的方向</translation>
    </message>
    <message>
        <source>Pairs whose boxes meet</source>
        <translation>外框相交的对数</translation>
    </message>
    <message>
        <source>Pairs that share something</source>
        <translation>有压占的对数</translation>
    </message>
    <message>
        <source>Passages of lines</source>
        <translation>线的进出次数</translation>
    </message>
    <message>
        <source>Pairs decided without GEOS</source>
        <translation>未经 GEOS 判定的对数</translation>
    </message>
    <message>
        <source>Pairs that needed GEOS for their numbers</source>
        <translation>数值需 GEOS 的对数</translation>
    </message>
    <message>
        <source>property of the run</source>
        <translation>核查的属性</translation>
    </message>
    <message>
        <source>its value</source>
        <translation>其值</translation>
    </message>
    <message>
        <source>overlap for information only</source>
        <translation>有压占，仅提示</translation>
    </message>
    <message>
        <source>Number of pieces</source>
        <translation>块数</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>East</source>
        <translation>东坐标</translation>
    </message>
    <message>
        <source>North</source>
        <translation>北坐标</translation>
    </message>
    <message>
        <source>Chainage counts from the first vertex of the line, part after part; places in %1.</source>
        <translation>桩号自线的首点起算，多部分依次相接；坐标系为 %1。</translation>
    </message>
    <message>
        <source>Place (east, north)</source>
        <translation>位置(东, 北)</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>删除该关联</translation>
    </message>
    <message>
        <source>Take %1 off the members</source>
        <translation>从成员中去掉%1</translation>
    </message>
    <message>
        <source>Add %1 to the members of %2</source>
        <translation>把%1加入“%2”的成员</translation>
    </message>
    <message>
        <source>Take over the paper's members</source>
        <translation>采用文件中的成员</translation>
    </message>
    <message>
        <source>Take over the paper's name</source>
        <translation>采用文件中的名称</translation>
    </message>
    <message>
        <source>Take over the paper's stage</source>
        <translation>采用文件中的阶段</translation>
    </message>
    <message>
        <source>%1 names %2 as members, %3 does not</source>
        <translation>%1把%2列为成员，%3未列</translation>
    </message>
    <message>
        <source>only %1 names %2 as members, only %3 names %4</source>
        <translation>只有%1列有%2，只有%3列有%4</translation>
    </message>
    <message>
        <source>its papers name different stages: %1 says %2, %3 says %4</source>
        <translation>文件所述阶段不同：%1为“%2”，%3为“%4”</translation>
    </message>
    <message>
        <source>clause %1 prints %2; what is drawn has %3</source>
        <translation>%1写为%2，所绘为%3</translation>
    </message>
    <message>
        <source>it is called %1; clause %2 calls it %3</source>
        <translation>图上名称为“%1”；%2称“%3”</translation>
    </message>
    <message>
        <source>its stage is %1; clause %2 says %3</source>
        <translation>图上阶段为“%1”；%2为“%3”</translation>
    </message>
    <message>
        <source>cannot read %1; available: %2</source>
        <translation>无法读取 %1；可用格式：%2</translation>
    </message>
    <message>
        <source>the file is damaged or cut off</source>
        <translation>文件已损坏或不完整</translation>
    </message>
    <message>
        <source>the file ends in %1 but is %2</source>
        <translation>文件扩展名为 %1，实际内容是 %2</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>the file is encrypted</source>
        <translation>文件已加密</translation>
    </message>
    <message>
        <source>the file has %1 pages and no text, only pictures</source>
        <translation>文件共 %1 页，只有图像，没有文字</translation>
    </message>
    <message>
        <source>the file lacks its part %1</source>
        <translation>文件缺少组成部分 %1</translation>
    </message>
    <message>
        <source>the XML declares a document type, which could carry entities</source>
        <translation>XML 中声明了文档类型（DOCTYPE），可能含有实体</translation>
    </message>
    <message>
        <source>the document goes beyond the limit of %1 set by %2</source>
        <translation>文件超出了 %2 设定的上限 %1</translation>
    </message>
    <message>
        <source>the reading process failed on the document (%1)</source>
        <translation>读取进程在处理该文件时失败（%1）</translation>
    </message>
    <message>
        <source>the program that reads documents cannot be started</source>
        <translation>无法启动读取文件的程序</translation>
    </message>
    <message>
        <source>the document could not be read</source>
        <translation>无法读取该文件</translation>
    </message>
    <message>
        <source>the page calls itself %1 but is %2</source>
        <translation>网页自称编码为 %1，实际是 %2</translation>
    </message>
    <message>
        <source>%1 notes stand behind the end of the text</source>
        <translation>%1 条脚注、尾注列在正文之后</translation>
    </message>
    <message>
        <source>tracked changes: %1 deleted places are left out, insertions are kept</source>
        <translation>修订痕迹：%1 处删除内容已略去，插入内容已保留</translation>
    </message>
    <message>
        <source>hidden text in %1 places is left out</source>
        <translation>%1 处隐藏文字已略去</translation>
    </message>
    <message>
        <source>%1 signs of symbol fonts are not known and are left out</source>
        <translation>%1 个符号字体字符无法识别，已略去</translation>
    </message>
    <message>
        <source>pages without text, only pictures: %1</source>
        <translation>以下页只有图像、没有文字：%1</translation>
    </message>
    <message>
        <source>heads and numbers of pages are left out: %1</source>
        <translation>页眉、页脚和页码已略去：%1</translation>
    </message>
    <message>
        <source>%1 % of the letters cannot be read: the file does not say what they mean</source>
        <translation>%1 % 的文字无法识别：文件没有给出字符对应关系</translation>
    </message>
    <message>
        <source>%1 embedded files are left out</source>
        <translation>%1 个嵌入文件已略去</translation>
    </message>
    <message>
        <source>open it in a word processor and save it as .docx or .txt</source>
        <translation>请用文字处理软件打开，另存为 .docx 或 .txt</translation>
    </message>
    <message>
        <source>fetch it again</source>
        <translation>请重新获取该文件</translation>
    </message>
    <message>
        <source>give the file its right ending</source>
        <translation>请改用正确的扩展名</translation>
    </message>
    <message>
        <source>save it without a password</source>
        <translation>请取消密码后另存</translation>
    </message>
    <message>
        <source>run a text recognition over it first</source>
        <translation>请先做文字识别（OCR）</translation>
    </message>
    <message>
        <source>if you trust the file, raise it with %1</source>
        <translation>如确认文件可信，可用 %1 提高上限</translation>
    </message>
    <message>
        <source>the file is damaged or hostile; if you trust it, raise --max-memory-mb</source>
        <translation>文件已损坏或不安全；如确认可信，可提高 --max-memory-mb</translation>
    </message>
    <message>
        <source>put tuce-cli beside this program</source>
        <translation>请把 tuce-cli 放在本程序所在目录</translation>
    </message>
    <message>
        <source>Begin a new clause</source>
        <translation>另立一条</translation>
    </message>
    <message>
        <source>Join to the clause before</source>
        <translation>并入上一条款</translation>
    </message>
    <message>
        <source>Number and heading of a clause</source>
        <translation>条款编号与标题</translation>
    </message>
    <message>
        <source>the words "%1" do not stand in clause %2</source>
        <translation>条款 %2 中没有“%1”</translation>
    </message>
    <message>
        <source>Rest the link on other words</source>
        <translation>改换关联所依据的词句</translation>
    </message>
    <message>
        <source>Change the plan's place names</source>
        <translation>修改项目地名</translation>
    </message>
    <message>
        <source>nothing like these words stands in the document</source>
        <translation>文件中没有与之相近的词句</translation>
    </message>
    <message>
        <source>the very words stand in clause %1 now</source>
        <translation>原词句现在见于条款 %1</translation>
    </message>
    <message>
        <source>what stood before and behind the words now holds “%1”</source>
        <translation>前后文未变，其间现为“%1”</translation>
    </message>
    <message>
        <source>“%1” in clause %2 is %3 % like them</source>
        <translation>条款 %2 中的“%1”与之相似 %3%</translation>
    </message>
    <message>
        <source>“%1” is %2 % like them</source>
        <translation>“%1”与之相似 %2%</translation>
    </message>
    <message>
        <source>the feature itself names this clause</source>
        <translation>要素自身注明了该条款</translation>
    </message>
    <message>
        <source>its name stands in the heading</source>
        <translation>名称见于标题</translation>
    </message>
    <message>
        <source>its name stands in the clause</source>
        <translation>名称见于条文</translation>
    </message>
    <message>
        <source>its other name “%1” stands in the clause</source>
        <translation>别名“%1”见于条文</translation>
    </message>
    <message>
        <source>“%1” of its name stands in the clause</source>
        <translation>名称中的“%1”见于条文</translation>
    </message>
    <message>
        <source>%1 of its %2 members are named: %3</source>
        <translation>%2 个成员中有 %1 个见于条文：%3</translation>
    </message>
    <message>
        <source>what it runs along is named: %1</source>
        <translation>所依托的载体见于条文：%1</translation>
    </message>
    <message>
        <source>the heading speaks of its kind: %1</source>
        <translation>标题涉及同类事项：%1</translation>
    </message>
    <message>
        <source>the weights of link proposals are damaged</source>
        <translation>条款推荐的权重已损坏</translation>
    </message>
    <message>
        <source>the words "%1" do not stand at a clause of %2</source>
        <translation>在《%2》中找不到以“%1”开头的条款</translation>
    </message>
    <message>
        <source>a clause begins at "%1" already</source>
        <translation>“%1”处已是一条的开头</translation>
    </message>
    <message>
        <source>no clause stands before "%1" that it could be joined to</source>
        <translation>“%1”之前没有可并入的条款</translation>
    </message>
    <message>
        <source>only clauses of an imported text can be corrected</source>
        <translation>只能更正已导入正文的条款</translation>
    </message>
    <message>
        <source>import the document first</source>
        <translation>请先导入文件</translation>
    </message>
    <message>
        <source>the corrections of clauses that the project keeps are damaged</source>
        <translation>方案中保存的条款更正已损坏</translation>
    </message>
    <message>
        <source>the list of units and figures is damaged</source>
        <translation>单位与数字的规则文件已损坏</translation>
    </message>
    <message>
        <source>"%1" is no text</source>
        <translation>“%1”不是文本</translation>
    </message>
    <message>
        <source>"%1" is no list of texts</source>
        <translation>“%1”不是文本列表</translation>
    </message>
    <message>
        <source>"adcode" is no code of 6, 9 or 12 digits: %1</source>
        <translation>“adcode”不是 6、9 或 12 位代码：%1</translation>
    </message>
    <message>
        <source>"%1" is no list of places</source>
        <translation>“%1”不是地名列表</translation>
    </message>
    <message>
        <source>a place of "expands_to" has no name</source>
        <translation>“expands_to”中有一处没有名称</translation>
    </message>
    <message>
        <source>"%1" is no list</source>
        <translation>“%1”不是列表</translation>
    </message>
    <message>
        <source>a pitfall is no object</source>
        <translation>“pitfalls”中有一项不是对象</translation>
    </message>
    <message>
        <source>a pitfall is about "%1", which is no spelling of the entry</source>
        <translation>“pitfalls”所说的“%1”不是该词条的写法</translation>
    </message>
    <message>
        <source>the pitfall of "%1" names neither "not_before" nor "not_after"</source>
        <translation>“%1”的误认规则既没有“not_before”也没有“not_after”</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>the member "%1" is not known</source>
        <translation>不认识的成员“%1”</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <source>the spelling "%1" is too short: it would be found everywhere</source>
        <translation>写法“%1”太短，会处处误认</translation>
    </message>
    <message>
        <source>the form is told in resources/corpus/names.schema.json</source>
        <translation>格式见 resources/corpus/names.schema.json</translation>
    </message>
    <message>
        <source>this is no list of place names: a JSON object with "entries"</source>
        <translation>不是地名表：应为带有“entries”的 JSON 对象</translation>
    </message>
    <message>
        <source>entry %1: %2</source>
        <translation>第 %1 条：%2</translation>
    </message>
    <message>
        <source>another entry has the id "%1"</source>
        <translation>另一词条已使用 id“%1”</translation>
    </message>
    <message>
        <source>approved: %1</source>
        <translation>已认可：%1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>links to clauses that are not there</source>
        <translation>关联指向不存在的条款</translation>
    </message>
    <message>
        <source>links from features that are not there</source>
        <translation>关联来自不存在的要素</translation>
    </message>
    <message>
        <source>quoted words that are gone from their clause</source>
        <translation>引用的原文已不在条款中</translation>
    </message>
    <message>
        <source>in the text, not on the map</source>
        <translation>文中有、图上无</translation>
    </message>
    <message>
        <source>on the map, resting on no clause</source>
        <translation>图上有、无条款依据</translation>
    </message>
    <message>
        <source>places in the text, not in the feature</source>
        <translation>文中提到、要素未含的地名</translation>
    </message>
    <message>
        <source>members of the feature, not in the text</source>
        <translation>要素成员、文中未提</translation>
    </message>
    <message>
        <source>members other than the paper's</source>
        <translation>成员与文件不一致</translation>
    </message>
    <message>
        <source>names other than the paper's</source>
        <translation>名称与文件不一致</translation>
    </message>
    <message>
        <source>stages other than the paper's</source>
        <translation>阶段与文件不一致</translation>
    </message>
    <message>
        <source>figures other than what is drawn</source>
        <translation>数字与所绘不一致</translation>
    </message>
    <message>
        <source>papers that disagree</source>
        <translation>文件之间说法不一</translation>
    </message>
    <message>
        <source>Map and text</source>
        <translation>图文一致</translation>
    </message>
    <message>
        <source>%1 open, %2 approved</source>
        <translation>待处理 %1 项，已认可 %2 项</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>No disagreement was found in what is linked and imported.</source>
        <translation>在已关联和已导入的内容中，未发现图文不一致。</translation>
    </message>
    <message>
        <source>Documents and layers</source>
        <translation>文件与图层对照</translation>
    </message>
    <message>
        <source>Clauses with features</source>
        <translation>有要素的条款</translation>
    </message>
    <message>
        <source>Features without a clause</source>
        <translation>无条款的要素</translation>
    </message>
    <message>
        <source>Clauses and their features</source>
        <translation>条款与要素</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>%1: map and text</source>
        <translation>%1：图文一致</translation>
    </message>
    <message>
        <source>For review support only. It states where map and text differ; it does not judge which is right.</source>
        <translation>仅供审查参考。只列出图文不一致之处，不判断孰是孰非。</translation>
    </message>
    <message>
        <source>%1: found through the change %2 to %3 of %4</source>
        <translation>%1：经 %4 年区划变更 %2 → %3 对应到底图</translation>
    </message>
    <message>
        <source>no built-up land is loaded about its places</source>
        <translation>其地点周围没有载入建成区</translation>
    </message>
    <message>
        <source>it names no place itself, so the %1 places of its parts are taken</source>
        <translation>其本身未点名地点，取其组成部分的 %1 个地点</translation>
    </message>
    <message>
        <source>it names %1 twice; counted once</source>
        <translation>两次列出 %1，只计一次</translation>
    </message>
    <message>
        <source>the scheme has no element %1</source>
        <translation>方案中没有要素 %1</translation>
    </message>
    <message>
        <source>it names one place only (%1), so it is shown as a node</source>
        <translation>只点名一个地点（%1），以节点表示</translation>
    </message>
    <message>
        <source>its shape could not be built, so its places are shown</source>
        <translation>其图形无法构建，以所涉地点表示</translation>
    </message>
    <message>
        <source>it names no place and no carrier</source>
        <translation>未点名地点，也没有载体</translation>
    </message>
    <message>
        <source>choose path, band, disc, hull, union, points, corridor or barrier</source>
        <translation>请选 path、band、disc、hull、union、points、corridor 或 barrier</translation>
    </message>
    <message>
        <source>must be measured, target, lower_bound, about or target_qualitative, not "%1"</source>
        <translation>应为 measured、target、lower_bound、about 或 target_qualitative，而不是“%1”</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Date of the document</source>
        <translation>文件日期</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>措辞</translation>
    </message>
    <message>
        <source>Heading of the clause</source>
        <translation>条款标题</translation>
    </message>
    <message>
        <source>Printed words</source>
        <translation>原文词句</translation>
    </message>
    <message>
        <source>Inferred (1) or read (0)</source>
        <translation>推定（1）或原文（0）</translation>
    </message>
    <message>
        <source>Shape decided by</source>
        <translation>图形确定者</translation>
    </message>
    <message>
        <source>Members (role; * inferred)</source>
        <translation>成员（角色；* 为推定）</translation>
    </message>
    <message>
        <source>Carriers</source>
        <translation>载体</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>The same in other documents</source>
        <translation>其他文件中的同一事项</translation>
    </message>
    <message>
        <source>Drawn (1) or not (0)</source>
        <translation>已成图（1）或未成图（0）</translation>
    </message>
    <message>
        <source>Why it is not drawn</source>
        <translation>未成图的原因</translation>
    </message>
    <message>
        <source>Schematic shape (1)</source>
        <translation>示意图形（1）</translation>
    </message>
    <message>
        <source>Area drawn, m²</source>
        <translation>图上面积（平方米）</translation>
    </message>
    <message>
        <source>Area printed, m²</source>
        <translation>文件所载面积（平方米）</translation>
    </message>
    <message>
        <source>Area drawn / printed</source>
        <translation>图上与文件面积之比</translation>
    </message>
    <message>
        <source>Length drawn, m</source>
        <translation>图上长度（米）</translation>
    </message>
    <message>
        <source>Register of elements</source>
        <translation>要素登记表</translation>
    </message>
    <message>
        <source>the register is written as .csv or .xlsx</source>
        <translation>登记表可写为 .csv 或 .xlsx</translation>
    </message>
    <message>
        <source>name such a file</source>
        <translation>请指定这样的文件</translation>
    </message>
    <message>
        <source>use basis, constraint, implementation or mention</source>
        <translation>可用 basis、constraint、implementation 或 mention</translation>
    </message>
    <message>
        <source>carries out</source>
        <translation>落实</translation>
    </message>
    <message>
        <source>Rest on “%1”: %2</source>
        <translation>改为依据“%1”：%2</translation>
    </message>
    <message>
        <source>clause %1 names %2, and no feature is linked to it</source>
        <translation>条款%1提到%2，但没有要素与之关联</translation>
    </message>
    <message>
        <source>clause %1 names %2, which no feature linked to it has as a member</source>
        <translation>条款%1提到%2，但与之关联的要素都不含该成员</translation>
    </message>
    <message>
        <source>a correction made by hand finds no place any more: %1</source>
        <translation>手工更正在新文本中找不到位置：%1</translation>
    </message>
    <message>
        <source>the imported text numbers it %1</source>
        <translation>导入文本中的编号为%1</translation>
    </message>
    <message>
        <source>cut out by hand</source>
        <translation>手工划分</translation>
    </message>
    <message>
        <source>no heading is printed</source>
        <translation>原文没有标题</translation>
    </message>
    <message>
        <source>the imported text does not have it; its links keep</source>
        <translation>导入文本中没有此条，关联保留</translation>
    </message>
    <message>
        <source>not in the shipped index; added from the text</source>
        <translation>不在随附索引中，由正文补入</translation>
    </message>
    <message>
        <source>its papers print different figures of %1: %2 says %3, %4 says %5</source>
        <translation>文件所印%1不同：%2为%3，%4为%5</translation>
    </message>
    <message>
        <source>the element is in no scheme</source>
        <translation>没有任何方案含有该要素</translation>
    </message>
    <message>
        <source>clause %1 aims at %2; the field %3 has %4</source>
        <translation>%1的目标为%2，字段“%3”为%4</translation>
    </message>
    <message>
        <source>clause %1 aims at %2 by %3; the field %4 has %5</source>
        <translation>%1的目标为%3年%2，字段“%4”为%5</translation>
    </message>
    <message>
        <source>no such feature</source>
        <translation>没有这个要素</translation>
    </message>
    <message>
        <source>the place of the label is no number</source>
        <translation>标注的位置不是数字</translation>
    </message>
    <message>
        <source>Place label %1</source>
        <translation>放置标注 %1</translation>
    </message>
    <message>
        <source>Hide label %1</source>
        <translation>隐藏标注 %1</translation>
    </message>
    <message>
        <source>Let labels find their places</source>
        <translation>标注恢复自动</translation>
    </message>
    <message>
        <source>the first line of the table names no column "name" (or 名称)</source>
        <translation>表格首行没有“名称”（或 name）一列</translation>
    </message>
    <message>
        <source>columns: name, aliases, kind, code, level, parent, pinyin; in Chinese 名称, 别名, 类别, 代码, 级别, 上级, 拼音</source>
        <translation>可用的列：名称、别名、类别、代码、级别、上级、拼音；英文为 name, aliases, kind, code, level, parent, pinyin</translation>
    </message>
    <message>
        <source>corrections of clauses that cannot be read: %1</source>
        <translation>条款的人工修正无法读取：%1</translation>
    </message>
    <message>
        <source>place names of the plan that cannot be read: %1</source>
        <translation>规划的自有地名无法读取：%1</translation>
    </message>
    <message>
        <source>the drawing holds what a symbol must not: %1</source>
        <translation>图形含有符号不允许的内容：%1</translation>
    </message>
    <message>
        <source>the drawing is not readable</source>
        <translation>图形无法读取</translation>
    </message>
    <message>
        <source>the drawing is too large for a symbol</source>
        <translation>图形过大，不能用作符号</translation>
    </message>
    <message>
        <source>built again it would have no shape like this</source>
        <translation>重建将得不到这样的图形</translation>
    </message>
    <message>
        <source>the loaded line %1 is taken for %2</source>
        <translation>以已载入的线“%1”作为%2</translation>
    </message>
    <message>
        <source>its places lie along %1 in another order than they are named; the way follows %1</source>
        <translation>成员沿%1的先后与所列次序不同，走向以%1为准</translation>
    </message>
    <message>
        <source>fewer than two of its places lie within %1 km of %2, so it takes no part</source>
        <translation>%2两侧 %1 千米内的成员不足两处，该载体未参与</translation>
    </message>
    <message>
        <source>“%1” stands for it among others</source>
        <translation>“%1”包含此地</translation>
    </message>
    <message>
        <source>“%1” stands inside a longer name</source>
        <translation>“%1”是更长名称的一部分</translation>
    </message>
    <message>
        <source>named “%1”</source>
        <translation>原文“%1”</translation>
    </message>
    <message>
        <source>“%1” may mean it, or another unit</source>
        <translation>“%1”可能指此地，也可能指别处</translation>
    </message>
    <message>
        <source>the words say “%1”</source>
        <translation>原文有“%1”</translation>
    </message>
    <message>
        <source>the words say “%1” %2 times</source>
        <translation>原文“%1”出现 %2 次</translation>
    </message>
    <message>
        <source>there are no numbers to class</source>
        <translation>没有可分级的数值</translation>
    </message>
    <message>
        <source>the number of classes must lie between 1 and %1</source>
        <translation>级数须在 1 至 %1 之间</translation>
    </message>
    <message>
        <source>the numbers lie too far apart to be classed</source>
        <translation>数值跨度过大，无法分级</translation>
    </message>
    <message>
        <source>there is no field "%1"</source>
        <translation>没有字段“%1”</translation>
    </message>
    <message>
        <source>the field "%1" has more than %2 different values</source>
        <translation>字段“%1”的不同值超过 %2 个</translation>
    </message>
    <message>
        <source>Choose another field, or classes by range or by rules.</source>
        <translation>请选择其他字段，或改用按数值分级、按规则。</translation>
    </message>
    <message>
        <source>the field "%1" is empty everywhere</source>
        <translation>字段“%1”全部为空</translation>
    </message>
    <message>
        <source>must hold two colours at least</source>
        <translation>至少须有两种颜色</translation>
    </message>
    <message>
        <source>this number is out of range</source>
        <translation>数值超出范围</translation>
    </message>
    <message>
        <source>a number ends here without a space; names that begin with a digit stand in double quotes</source>
        <translation>数字后缺少空格；以数字开头的字段名请用英文双引号括起</translation>
    </message>
    <message>
        <source>the quote that opens here is not closed</source>
        <translation>此处引号没有闭合</translation>
    </message>
    <message>
        <source>the sign %1 has no meaning here</source>
        <translation>此处不能使用符号 %1</translation>
    </message>
    <message>
        <source>condition, character %1: %2</source>
        <translation>条件第 %1 个字符：%2</translation>
    </message>
    <message>
        <source>"and", "or" or the end is wanted here</source>
        <translation>此处应为 and、or 或条件结束</translation>
    </message>
    <message>
        <source>the condition is nested too deep</source>
        <translation>条件嵌套过深</translation>
    </message>
    <message>
        <source>a closing parenthesis is wanted here</source>
        <translation>此处应为右括号</translation>
    </message>
    <message>
        <source>"null" is wanted here</source>
        <translation>此处应为 null</translation>
    </message>
    <message>
        <source>a text in single quotes is wanted here</source>
        <translation>此处应为英文单引号括起的文本</translation>
    </message>
    <message>
        <source>"in" or "like" is wanted here</source>
        <translation>此处应为 in 或 like</translation>
    </message>
    <message>
        <source>a comparison (=, &lt;&gt;, &lt;, &lt;=, &gt;, &gt;=, in, like, is null) is wanted here</source>
        <translation>此处应为比较（=、&lt;&gt;、&lt;、&lt;=、&gt;、&gt;=、in、like、is null）</translation>
    </message>
    <message>
        <source>an opening parenthesis is wanted here</source>
        <translation>此处应为左括号</translation>
    </message>
    <message>
        <source>a comma or a closing parenthesis is wanted here</source>
        <translation>此处应为逗号或右括号</translation>
    </message>
    <message>
        <source>a field or a value is wanted here</source>
        <translation>此处应为字段或值</translation>
    </message>
    <message>
        <source>the condition is too long</source>
        <translation>条件过长</translation>
    </message>
    <message>
        <source>must be the name of a shipped drawing</source>
        <translation>须为随软件提供的图形名称</translation>
    </message>
    <message>
        <source>has too many dashes</source>
        <translation>线段过多</translation>
    </message>
    <message>
        <source>must be at least 0.8 for markers</source>
        <translation>散布符号时不得小于 0.8</translation>
    </message>
    <message>
        <source>must not be below lower</source>
        <translation>不得小于下限</translation>
    </message>
    <message>
        <source>has too many classes</source>
        <translation>类过多</translation>
    </message>
    <message>
        <source>a bookmark needs a name</source>
        <translation>书签需要名称</translation>
    </message>
    <message>
        <source>there is a bookmark "%1" already</source>
        <translation>已有名为“%1”的书签</translation>
    </message>
    <message>
        <source>there is no bookmark "%1"</source>
        <translation>没有名为“%1”的书签</translation>
    </message>
    <message>
        <source>Add bookmark %1</source>
        <translation>添加书签 %1</translation>
    </message>
    <message>
        <source>Rename bookmark %1</source>
        <translation>重命名书签 %1</translation>
    </message>
    <message>
        <source>Delete bookmark %1</source>
        <translation>删除书签 %1</translation>
    </message>
    <message>
        <source>Delete all bookmarks</source>
        <translation>删除全部书签</translation>
    </message>
    <message>
        <source>the plan's bookmarks cannot be read</source>
        <translation>方案里的书签无法读取</translation>
    </message>
    <message>
        <source>delete them and set them anew</source>
        <translation>请删除后重新标记</translation>
    </message>
    <message>
        <source>the ground or the rules have changed since: built again it would have another shape</source>
        <translation>其后底图或规则已变:按现在的条件重建,图形会不同</translation>
    </message>
    <message>
        <source>%1 overlaps were measured on pieces cut by GEOS, which takes longer: the layers reach too far from the middle of %2 for the fast form</source>
        <translation>有 %1 处重叠改由 GEOS 切割图块后量算，用时较长：图层范围离 %2 的中心太远，快速算式不适用</translation>
    </message>
    <message>
        <source>a grid of kilometres needs coordinates in metres</source>
        <translation>公里网需要以米为单位的坐标系</translation>
    </message>
    <message>
        <source>the raster is not drawn: %1</source>
        <translation>栅格未绘出：%1</translation>
    </message>
    <message>
        <source>there is no memory for the raster</source>
        <translation>内存不足，无法绘制栅格</translation>
    </message>
    <message>
        <source>Widths and places of the pieces are left out: so many pieces are only cut for a GeoPackage.</source>
        <translation>图块数量过多，此处不列图块的宽度与位置；导出 GeoPackage 时才切割全部图块。</translation>
    </message>
    <message>
        <source>its carriers do not come within reach of %1, so it takes no part</source>
        <translation>其载体未到达 %1，该成员未参与成形</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>未取%1</translation>
    </message>
    <message>
        <source>with %1 besides</source>
        <translation>另加%1</translation>
    </message>
    <message>
        <source>in another order</source>
        <translation>次序不同</translation>
    </message>
    <message>
        <source>with other roles</source>
        <translation>角色不同</translation>
    </message>
    <message>
        <source>with another width or radius</source>
        <translation>宽度或半径不同</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>the layer %1 has no line %2; those of other layers are taken</source>
        <translation>图层 %1 中没有线“%2”，改取其他图层的同名线</translation>
    </message>
    <message>
        <source>the places on %1 are reached along %2 already, so it takes no part</source>
        <translation>%1 沿线的地点已由 %2 连通，该载体未参与成形</translation>
    </message>
    <message>
        <source>no built-up land is loaded about %1, so it takes no part</source>
        <translation>%1 周边没有载入建成区，未参与成形</translation>
    </message>
    <message>
        <source>“%1” is named like a railway or road; no line of it is known here</source>
        <translation>“%1”从名称看是铁路或公路；此处没有其已知走向</translation>
    </message>
    <message>
        <source>the layer is gone</source>
        <translation>图层已不在</translation>
    </message>
    <message>
        <source>load the boundaries, rivers and roads that it names</source>
        <translation>请载入其点名的边界、河流和道路</translation>
    </message>
    <message>
        <source>%1 is called so, but its code %2 is that of %3 (%1 has %4); the code is used, so %3 is taken</source>
        <translation>成员名称为“%1”，代码 %2 却是%3的（%1 的代码为 %4）；以代码为准，取%3</translation>
    </message>
    <message>
        <source>%1 is called so, but its code %2 is that of %3; the code is used, so %3 is taken</source>
        <translation>成员名称为“%1”，代码 %2 却是%3的；以代码为准，取%3</translation>
    </message>
    <message>
        <source>%1 lies %2 km off the path, farther than %3 km, so it takes no part</source>
        <translation>%1 距走向 %2 千米，超过 %3 千米，未参与成形</translation>
    </message>
    <message>
        <source>%1 only supports it, so it takes no part in the shape</source>
        <translation>%1 为辅助载体，未参与成形</translation>
    </message>
    <message>
        <source>%1 is of a kind that this shape does not run along, so it takes no part</source>
        <translation>%1 不属于该形状所依的载体类别，未参与成形</translation>
    </message>
    <message>
        <source>the scheme has no name</source>
        <translation>方案没有名称</translation>
    </message>
    <message>
        <source>give it a title</source>
        <translation>请为其命名</translation>
    </message>
    <message>
        <source>Replace the scheme %1</source>
        <translation>替换方案 %1</translation>
    </message>
    <message>
        <source>Add the scheme %1</source>
        <translation>加入方案 %1</translation>
    </message>
    <message>
        <source>the plan has no scheme %1</source>
        <translation>项目中没有方案 %1</translation>
    </message>
    <message>
        <source>Remove the scheme %1</source>
        <translation>移除方案 %1</translation>
    </message>
    <message>
        <source>the words by which elements are drafted are damaged</source>
        <translation>起草要素所用的词表已损坏</translation>
    </message>
    <message>
        <source>is "%1", which this program does not know; known are %2, %3 and %4</source>
        <translation>为“%1”，本程序不认识；可用的有 %2、%3、%4</translation>
    </message>
    <message>
        <source>the scheme holds no element: its list "elements" is empty</source>
        <translation>方案中没有要素：“elements”列表为空</translation>
    </message>
    <message>
        <source>add elements, each with id, kind and name</source>
        <translation>请加入要素，每个要素须有 id、kind 和 name</translation>
    </message>
    <message>
        <source>a raster can only be a basemap</source>
        <translation>栅格只能作底图</translation>
    </message>
    <message>
        <source>choose the role basemap</source>
        <translation>角色请选底图</translation>
    </message>
    <message>
        <source>values from %1 (black) to %2 (white) are shown as grey</source>
        <translation>像元值按灰度显示：%1 为黑，%2 为白</translation>
    </message>
    <message>
        <source>the raster has no overviews, so that it is drawn slowly at small scales; gdaladdo adds them</source>
        <translation>栅格没有金字塔，小比例尺下绘制较慢；可用 gdaladdo 建立</translation>
    </message>
    <message>
        <source>the status "%1" is not known</source>
        <translation>状态“%1”不在已知类别之列</translation>
    </message>
    <message>
        <source>the relation "%1" (to %2) is not known</source>
        <translation>关系“%1”（指向 %2）不在已知关系之列</translation>
    </message>
    <message>
        <source>the kind "%1" of the carrier %2 is not known</source>
        <translation>载体 %2 的类别“%1”不在已知类别之列</translation>
    </message>
    <message>
        <source>the key "%1" has no effect; is "%2" meant?</source>
        <translation>键“%1”不起作用，是否应为“%2”？</translation>
    </message>
    <message>
        <source>the scheme's documents do not have "%1"</source>
        <translation>方案的文件清单中没有“%1”</translation>
    </message>
    <message>
        <source>%1 loaded units are called %2 (%3), so none of them is taken; state its adcode</source>
        <translation>已载入的单元中有 %1 个叫“%2”（%3），均未采用；请注明区划代码</translation>
    </message>
    <message>
        <source>papers print different figures of %1 for %2: %3 says %4, %5 says %6</source>
        <translation>各文件所载%1（%2年）不一：%3为%4，%5为%6</translation>
    </message>
    <message>
        <source>Take words into a clause</source>
        <translation>将文字归入条款</translation>
    </message>
    <message>
        <source>choose words as the clause prints them, or none</source>
        <translation>请选用条款原文中的词句，或留空</translation>
    </message>
    <message>
        <source>Show layers on map sheets</source>
        <translation>在图幅中显示图层</translation>
    </message>
    <message>
        <source>begin a new clause with these words</source>
        <translation>可将这些文字另立为一条</translation>
    </message>
    <message>
        <source>from line %1 on %2 characters are in no clause: “%3…”</source>
        <translation>自第%1行起有%2字不属于任何条款：“%3…”</translation>
    </message>
    <message>
        <source>%1 more warnings about numbers stand with their clauses</source>
        <translation>另有%1条编号提示，见各条款</translation>
    </message>
    <message>
        <source>%1 more stretches with %2 characters are in no clause</source>
        <translation>另有%1处共%2字不属于任何条款</translation>
    </message>
    <message>
        <source>%1; its boundary moved too, so the area is about right only</source>
        <translation>%1;边界同时有调整,范围只大致相当</translation>
    </message>
    <message>
        <source>%1; only a part of that ground is meant, so the area is too large</source>
        <translation>%1;原单位只是其中一部分,所绘范围偏大</translation>
    </message>
    <message>
        <source>%1: its boundary moved with the change %2 to %3 of %4, and the loaded boundaries are not of the time of the paper, so the area is about right only</source>
        <translation>%1:其边界随 %4 年 %2 变更为 %3 而调整,已载入的边界与文件不是同一时期,范围只大致相当</translation>
    </message>
    <message>
        <source>it was changed by hand, and the ground or the rules have changed since it was built: built again it would have another shape; the one made by hand is then kept beside</source>
        <translation>该要素曾手工修改,且生成之后底图或规则已有变化:重新生成后形状会不同,手工修改的形状届时另行保留</translation>
    </message>
    <message>
        <source>no loaded line is called %1; the shortest way between its places on the lines of %2 is drawn instead: its course is inferred</source>
        <translation>没有名为 %1 的已载入线;改沿 %2 中的线取各地点之间的最短路径,走向为推定</translation>
    </message>
    <message>
        <source>a part in the layer %1 is no longer needed, but was changed by hand, so it stays</source>
        <translation>图层 %1 中的一部分已不再需要,但曾手工修改,故予保留</translation>
    </message>
    <message>
        <source>no shape made by hand is kept for the feature</source>
        <translation>该要素没有保留的手工形状</translation>
    </message>
    <message>
        <source>Take back the shape of %1 made by hand</source>
        <translation>取回 %1 的手工形状</translation>
    </message>
    <message>
        <source>Change what is said of %1</source>
        <translation>修改 %1 的要素说明</translation>
    </message>
    <message>
        <source>the code %2 of %1 is in no table of codes and in no boundary layer</source>
        <translation>%1 的代码 %2 不在任何年份的代码表中,也不在已载入的边界中</translation>
    </message>
    <message>
        <source>Length printed, m</source>
        <translation>文件所载长度(米)</translation>
    </message>
    <message>
        <source>Length drawn / printed</source>
        <translation>绘制长度/文件所载</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Relations (* inferred)</source>
        <translation>关联关系(* 为推定)</translation>
    </message>
    <message>
        <source>Carriers whose course is inferred from lines of other names</source>
        <translation>走向按其他名称的线推定的载体</translation>
    </message>
    <message>
        <source>Change link to clause %1</source>
        <translation>修改与条款 %1 的关联</translation>
    </message>
</context>
</TS>
