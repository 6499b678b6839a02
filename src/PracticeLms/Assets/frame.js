// What an LMS's page does for the tool in its frame: the height that the tool asks for and, as in Canvas, a small store
// (LTI Client Side postMessages 1.0; LTI postMessage Storage 1.0). Messages from anybody but the tool are not heard.

const frame = document.querySelector("iframe[data-tool]");
const origin = frame.dataset.tool;
const kept = new Map();
const most = 50;

const answers = {
  "lti.frameResize": ({ height }) => {
    if (Number.isFinite(height)) frame.style.height = `${Math.min(Math.max(height, 150), 20000)}px`;
  },
};

// Dynamic registration 1.0, 3.6: the tool has done its part.
if (frame.dataset.closes) {
  answers["org.imsglobal.lti.close"] = () => {
    location.assign(frame.dataset.closes);
  };
}

if (frame.dataset.storage === "True") {
  answers["lti.capabilities"] = () => ({ supported_messages: Object.keys(answers).map((subject) => ({ subject })) });
  answers["lti.put_data"] = ({ key, value }) => {
    if (value === null || value === undefined) {
      kept.delete(key);
      return { key };
    }
    if (kept.size >= most && !kept.has(key)) return { error: { code: "storage_exhausted", message: "Too much is kept already." } };
    kept.set(key, value);
    return { key, value };
  };
  answers["lti.get_data"] = ({ key }) => ({ key, value: kept.get(key) });
}

addEventListener("message", ({ data, origin: from, source }) => {
  if (from !== origin || source !== frame.contentWindow || !Object.hasOwn(answers, data?.subject)) return;
  const answer = answers[data.subject](data);
  if (answer) source.postMessage({ subject: `${data.subject}.response`, message_id: data.message_id, ...answer }, from);
});
